// A menu below a button. It is open while Interaction::open_menu has its id, and is drawn last, over all but
// dialogs. It takes the keyboard when it opens, unless a finger opened it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/kit/commands.h"
#include "ui/kit/context.h"
#include "ui/kit/scroll_box.h"

namespace depeche::ui {

struct MenuEntry {
  std::string id;
  std::string name;
  Icon icon;
  app::Action action;      // when it is chosen
  std::string shortcut{};  // as people read it
  std::string keys{};      // SemanticNode::keys
  Popup popup = Popup::kNone;
  std::optional<bool> on{};  // of an entry that is switched on and off
  bool disabled = false;
  bool begins_group = false;  // a line above it
};

struct OpenMenu {
  std::string id;
  std::string name;  // of what opens it
  Rect anchor;       // the button
  std::vector<MenuEntry> entries;
};

// The entry of a command when the caret is at `place`; none if the command has nothing to do.
std::optional<MenuEntry> entry_of(Context& context, const Command& command, const app::Model& model,
                                  const app::Place& place);
// The entries of all commands of the menu.
std::vector<MenuEntry> entries_of(Context& context, CommandPlace menu, const app::Model& model,
                                  const app::Place& place);

// Opens the menu `id`, or closes it if it is open.
void toggle_menu(Context& context, std::string_view id);

// Closes the menu when an entry is chosen or the person presses outside. `scrolled` is for the entries when the
// screen is too low for all of them.
void draw_open_menu(Context& context, const OpenMenu& menu, ScrollBox& scrolled, const Rect& screen);

}  // namespace depeche::ui
