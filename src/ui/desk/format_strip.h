// The strip of commands above the source: undo and redo, what formats the text, find and the outline.
//
// A button looks pressed while the tree has its format at the caret. Buttons that have no room go into a menu at
// the end of the strip.
#pragma once

#include <optional>

#include "app/derived.h"
#include "app/model.h"
#include "ui/kit/context.h"
#include "ui/kit/menu.h"

namespace depeche::ui {

// Draws the strip into `area` and returns the one of its menus that is open, if any.
std::optional<OpenMenu> draw_format_strip(Context& context, const app::Model& model, app::Derived& derived,
                                          const Rect& area);

}  // namespace depeche::ui
