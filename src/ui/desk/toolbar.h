// The bar: which document this is and whether it is saved, the few verbs that matter, the language.
#pragma once

#include <optional>

#include "app/model.h"
#include "ui/kit/context.h"
#include "ui/kit/menu.h"

namespace depeche::ui {

// Draws the bar into `area` and returns the one of its menus that is open, if any.
std::optional<OpenMenu> draw_toolbar(Context& context, const app::Model& model, const Rect& area);

}  // namespace depeche::ui
