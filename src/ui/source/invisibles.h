// Marks for characters of the source that cannot be seen but matter: no-break and thin spaces, soft hyphens,
// zero-width spaces and joiners.
#pragma once

#include "layout/paragraph.h"
#include "ui/kit/context.h"

namespace depeche::ui {

// Draws a mark over each of them in a paragraph whose top left corner is at x, y.
void draw_invisibles(Context& context, const layout::Paragraph& paragraph, float x, float y);

}  // namespace depeche::ui
