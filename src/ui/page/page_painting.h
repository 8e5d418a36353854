// Draws a block of the page that has been set: its background, its text, its marker.
#pragma once

#include <span>

#include "ui/page/page_typesetting.h"

namespace depeche::ui {

// What may differ from frame to frame.
struct BlockMoment {
  std::span<const Span> selected;  // of each of the block's texts; may be shorter
  float shift = 0;                 // of a table that was scrolled sideways, in pixels to the left
  bool has_caret = false;          // the caret of the source is in it
};

// The block's top is at y; `column` is that of the sheet's text (x and width).
void paint_block(Context& context, const PageBlocks& page, const PageBlock& block, const SetBlock& set,
                 const BlockMoment& moment, const Rect& column, float y);

}  // namespace depeche::ui
