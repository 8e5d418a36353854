// A field of one line, for dialogs and bars; or of several, whose text can be selected and copied only.
//
// The desk draws its frame; the text in it is a field of the system's own (an <input> of the parallel DOM),
// so that composing, correction, selection, undo and screen readers work there as everywhere. The platform
// tells what was typed by Desk::enter(), and that Enter was pressed by Desk::activate().
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
  bool read_only = false;  // of several lines, which scroll
};

struct FieldResponse {
  std::optional<std::string> entered;  // what the person made of the value
  bool submitted = false;              // with Enter
};
FieldResponse draw_text_field(Context& context, const TextField& field, const Rect& rect);

}  // namespace depeche::ui
