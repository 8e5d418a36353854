// The dialog with the few fields that a command asks for (app/form.h): its title, the fields, each with a hint or
// an error below it, and its buttons.
#pragma once

#include "app/model.h"
#include "ui/dialogs/dialog_frame.h"
#include "ui/kit/context.h"

namespace depeche::ui {

void draw_form_dialog(Context& context, const app::FormDialog& form, DialogFrame& frame, const Rect& screen);

// The node of a field, counted from 0.
std::string_view form_field_id(std::size_t field);

}  // namespace depeche::ui
