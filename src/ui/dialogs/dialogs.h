// The dialogs, and the notice that shows for a while.
#pragma once

#include "app/model.h"
#include "ui/dialogs/dialog_frame.h"
#include "ui/kit/context.h"

namespace depeche::ui {

// The model's dialog over the whole `screen`, in the upper layer; of the list of drafts, what it asks
// (ui/dialogs/drafts_list.h draws the list).
void draw_dialog(Context& context, const app::Dialog& dialog, DialogFrame& frame, const Rect& screen);

// The node that has the keyboard when the dialog opens, and again whenever this is another one.
std::string first_focus_of(const app::Dialog& dialog);

// A notice in a bar of its own, cut off the bottom of `area`, so that it covers nothing. `shown_since` is in
// seconds. Asks to be dismissed when its time is over; an error stays until it is closed.
void draw_notice(Context& context, const app::Notice& notice, double shown_since, Rect& area);

}  // namespace depeche::ui
