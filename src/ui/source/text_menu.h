// The menu of the source: what the other button of the mouse, a long press or the menu key opens.
#pragma once

#include <string_view>

#include "app/model.h"
#include "ui/kit/menu.h"

namespace depeche::ui {

inline constexpr std::string_view kTextMenu = "source/menu";  // as Interaction::open_menu

// The menu opens at `at`, the caret or the place of the pointer.
OpenMenu text_menu(Context& context, const app::Model& model, const Rect& at);

}  // namespace depeche::ui
