// What the editor is, where drafts are kept, and who serves it (app/host.h).
#pragma once

#include "app/model.h"
#include "ui/dialogs/dialog_frame.h"
#include "ui/kit/context.h"

namespace depeche::ui {

void draw_about(Context& context, const app::AboutDialog& about, DialogFrame& frame, const Rect& screen);

// The node that gets the keyboard when the dialog opens.
inline constexpr std::string_view kAboutClose = "about/close";

}  // namespace depeche::ui
