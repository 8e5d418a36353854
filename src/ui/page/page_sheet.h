// The sheet of paper on the desk, and the place of its text. Lengths are physical pixels.
#pragma once

#include "ui/kit/context.h"

namespace depeche::ui {

struct PageSheet {
  Rect paper;           // x and width
  Rect column;          // of the text in it: x and width
  bool narrow = false;  // the sheet fills the pane, as on a phone
  float margin = 0;     // between the sheet and the pane
  float padding = 0;    // between the sheet's ends and its text
};

PageSheet sheet_in(const Context& context, const Rect& area);

// Draws the desk and the sheet on it. `top` and `end` are those of the flow of blocks on the canvas.
void draw_sheet(Context& context, const PageSheet& sheet, const Rect& area, float top, float end);

}  // namespace depeche::ui
