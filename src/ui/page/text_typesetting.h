// Sets the texts of the page: words of ours, and the text of a node with the pictures in its lines.
#pragma once

#include <optional>
#include <string>

#include "release/release.h"
#include "ui/kit/context.h"
#include "ui/page/picture_size.h"
#include "ui/page/set_block.h"

namespace depeche::ui {

// How wide a ready picture is shown where there is room for `width`, both in physical pixels: as it asks, but no
// wider than that, and no higher than pictures may be.
float shown_width(const Context& context, const Picture& picture, const PictureSize& size, float width);

class TextSetter {
 public:
  // Both must outlive the setter.
  TextSetter(Context& context, const Release& release) : context_(context), release_(release) {}

  SetText set_ours(std::string text, const layout::ParagraphOptions& options) const;

  // `sans`: marks are shown in the face of the interface, as in tables.
  SetText set_theirs(PageText source, const layout::ParagraphOptions& options, bool sans) const;

  // The content that set_theirs() lays out.
  layout::ParagraphContent styled(const PageText& text, const layout::ParagraphOptions& options,
                                  bool sans) const;

 private:
  std::string_view path_of(markdown::NodeId image) const;
  std::optional<layout::Object> object_for(markdown::NodeId image, float width) const;

  Context& context_;
  const Release& release_;
};

}  // namespace depeche::ui
