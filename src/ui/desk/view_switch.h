// Which panes a wide screen shows: the source, the page, or both, and which of them is on the left.
#pragma once

#include "app/model.h"
#include "ui/kit/context.h"

namespace depeche::ui {

// Cuts the room of the buttons off the right end of `strip` and returns it.
Rect take_view_switch(const Context& context, Rect& strip);

// Draws the buttons into their room.
void draw_view_switch(Context& context, const app::Model& model, Rect room);

}  // namespace depeche::ui
