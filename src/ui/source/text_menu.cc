#include "ui/source/text_menu.h"

namespace depeche::ui {

OpenMenu text_menu(Context& context, const app::Model& model, const Rect& at) {
  return {std::string(kTextMenu), std::string(context.label("ui/text-menu")), at,
          entries_of(context, CommandPlace::kTextMenu, model, app::Place())};
}

}  // namespace depeche::ui
