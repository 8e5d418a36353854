// Which panes a wide screen shows: the source, the page, or both, and which of them is on the left.
#pragma once

#include "app/model.h"
#include "ui/context.h"

namespace depeche::ui {

// Draws the buttons at the right end of `strip` and takes their room off it.
void draw_view_switch(Context& context, const app::Model& model, Rect& strip);

}  // namespace depeche::ui
