// A text field of one line, for dialogs and bars; or of several lines, whose text can only be selected and copied.
//
// The desk draws the frame; the text is in a field of the browser (an <input> of the parallel DOM), so that
// composing, correction, selection, undo and screen readers work as everywhere. The platform reports what was
// typed by Desk::enter(), and that Enter was pressed by Desk::activate().
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ui/kit/context.h"

namespace depeche::ui {

struct TextField {
  std::string_view id;
  std::string_view name;
  std::string_view value;
  std::string_view placeholder{};
  std::optional<Icon> icon{};  // in the field, before the text
  bool wrong = false;
  bool is_number = false;
  bool read_only = false;           // of several lines, which scroll
  std::string_view described_by{};  // SemanticNode::described_by
};

struct FieldResponse {
  std::optional<std::string> entered;  // the new value, if the person has typed
  bool submitted = false;              // with Enter
};
FieldResponse draw_text_field(Context& context, const TextField& field, const Rect& rect);

}  // namespace depeche::ui
