// The bar: which document this is and whether it is saved, the few verbs that matter, the language. And the
// strip of commands above the source.
#pragma once

#include "app/model.h"
#include "ui/context.h"

namespace depeche::ui {

// A menu of the bar that is open: where it hangs. It is drawn after all else, over it.
struct OpenMenu {
  std::string id;
  Rect anchor;
};

// Draws the bar into `area` and returns the menu that is open, if one is.
std::optional<OpenMenu> draw_toolbar(Context& context, const app::Model& model, const Rect& area);

// The open menu itself, in the upper layer.
void draw_open_menu(Context& context, const app::Model& model, const OpenMenu& menu);

// Undo, redo and the commands that write Markdown.
void draw_format_strip(Context& context, const app::Model& model, const Rect& area);

}  // namespace depeche::ui
