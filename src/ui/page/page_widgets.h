// The widgets on the page: the arrows of a slide show, the button for the folder of pictures, the scrollbar of a
// table that is wider than the page.
#pragma once

#include "ui/page/page_layout.h"

namespace depeche::ui {

// Draws those of a block whose top is at y on the canvas, and carries out what is done with them, except for a
// slide show: returns the index of its picture that is to be shown; none for other blocks.
std::optional<std::size_t> draw_widgets(Context& context, PageLayout& layout, std::size_t index,
                                        const SetBlock& set, float y);

}  // namespace depeche::ui
