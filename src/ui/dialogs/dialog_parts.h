// What dialogs say, part below part: paragraphs, words in a box, an address to copy, links.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/dialogs/dialog_frame.h"
#include "ui/kit/context.h"

namespace depeche::ui {

struct DialogPart {
  std::shared_ptr<const layout::Paragraph> text{};
  float gap = 0;       // above
  bool boxed = false;  // on a ground of its own
  std::optional<Icon> icon{};
  std::string_view link{};     // in the place of a text: a field with it
  std::string_view leads{};    // in the place of a text: words that open `address`
  std::string_view address{};  // http or https
};

// The field of a part that has a `link`.
inline constexpr std::string_view kDialogLinkField = "share/link";

inline constexpr float kDialogBoxEdge = 16;  // CSS pixels, left and right in a box

// A text as parts have it; `width` is in physical pixels.
std::shared_ptr<const layout::Paragraph> set_part(Context& context, std::string text,
                                                  const layout::Style& style, float width,
                                                  float line_height = 1.5F);

// Draws a dialog of parts; gives what the person has pressed. A link is followed here.
DialogChoice draw_parts(Context& context, DialogFrame& frame, const DialogLook& look,
                        const std::vector<DialogPart>& parts, const Rect& screen);

}  // namespace depeche::ui
