// Draws a block of the page that has been set: what stands behind it, its text, its marker.
#pragma once

#include "ui/page_setting.h"

namespace depeche::ui {

// The block's top is at y; `column` is where the sheet's text stands (x and width).
void paint_block(Context& context, const PageBlocks& page, const PageBlock& block, const SetBlock& set,
                 const Rect& column, float y);

}  // namespace depeche::ui
