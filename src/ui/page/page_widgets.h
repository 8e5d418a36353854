// What the page has to press and to drag: the arrows of a slide show, the words that ask for the folder of
// pictures, the bar of a table that is wider than the page.
#pragma once

#include "ui/page/page_layout.h"

namespace depeche::ui {

// Draws those of a block whose top is at y on the canvas, and does what is done with them but for a slide show:
// gives the picture of it that is to be seen, where there is one.
std::optional<std::size_t> draw_widgets(Context& context, PageLayout& layout, std::size_t index,
                                        const SetBlock& set, float y);

}  // namespace depeche::ui
