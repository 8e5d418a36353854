#include "ui/source/text_menu.h"

#include <utility>

#include "editor/commands.h"

namespace depeche::ui {

OpenMenu text_menu(Context& context, const app::Model& model, const Rect& at) {
  OpenMenu menu{std::string(kTextMenu), at, {}};
  const auto add = [&](std::string_view id, std::string_view label, Icon icon, app::Action action,
                       std::string_view shortcut) {
    menu.entries.push_back({.id = std::string(id),
                            .name = std::string(context.label(label)),
                            .icon = icon,
                            .action = std::move(action),
                            .shortcut = shortcut.empty() ? "" : context.shortcut(shortcut)});
  };
  if (!model.editor.selection.empty()) {
    add("menu/cut", "ui/cut", Icon::kCut, app::CopySelection{true}, "Ctrl+X");
    add("menu/copy", "ui/copy", Icon::kCopy, app::CopySelection{false}, "Ctrl+C");
  }
  add("menu/paste", "ui/paste", Icon::kPaste, app::Paste{false}, "Ctrl+V");
  add("menu/paste-plain", "ui/paste-plain", Icon::kPastePlain, app::Paste{true}, "");
  if (const auto all = editor::select_all(model.editor))
    add("menu/select-all", "ui/select-all", Icon::kSelectAll, app::Edit{*all}, "Ctrl+A");
  return menu;
}

}  // namespace depeche::ui
