// All commands of the desk as one table: label, icon, shortcut, place and action of each.
//
// Toolbar, strip, menus and shortcuts are fed from it, and the page's scripts ask it which keys are the
// browser's. To add a command is to add a row (commands.cc).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/model.h"
#include "app/place.h"
#include "ui/draw/icons.h"
#include "ui/kit/input.h"
#include "ui/kit/semantics.h"

namespace depeche::ui {

// Where a command stands, in the order of the table.
enum class CommandPlace : std::uint8_t {
  kToolbar,
  kStrip,        // above the source; what has no room there is in a menu at its end
  kStripEnd,     // at its right end, always in sight
  kHeadingMenu,  // the menus
  kTableMenu,
  kExportMenu,
  kMoreMenu,
  kTextMenu,  // of the source, by the right button
  kNowhere,   // it has keys alone
};

// Who must have the keyboard for a command's keys to be its own.
enum class KeyScope : std::uint8_t {
  kAnyone,   // wherever the keyboard is
  kText,     // the text, or nobody
  kBrowser,  // they are the browser's, which sends an event of its own (copy, cut, paste); or it has none
};

struct Command {
  std::string_view id;  // of its button or entry, and of the semantic node
  CommandPlace place = CommandPlace::kNowhere;
  std::string_view label{};     // a key of assets/messages; empty where nothing shows
  std::string_view argument{};  // of the label's text
  Icon icon{};
  std::string_view shortcut{};  // "Ctrl+Shift+8" (key_chord.h)
  KeyScope keys = KeyScope::kBrowser;
  // Nothing where there is nothing to do. `dark` is the theme that is drawn.
  std::optional<app::Action> (*action)(const app::Model& model, bool dark) = nullptr;
  bool (*is_on)(const app::Model&, const app::Place&) = nullptr;       // null: it is no switch
  bool (*is_enabled)(const app::Model&, const app::Place&) = nullptr;  // null: always
  bool (*opens_menu)(const app::Place&) = nullptr;                     // null: never
  bool begins_group = false;
  Popup popup = Popup::kNone;  // what it opens, if always the same
};

std::span<const Command> commands();

// Those that stand there, in their order.
std::vector<const Command*> commands_of(CommandPlace place);

// The row of that identifier, which there must be.
const Command& command(std::string_view id);

// The command that a key belongs to, wherever the keyboard is; null for none. Copy, cut and paste belong to
// none: they come as the browser's own events.
const Command* command_of(const KeyPress& press);

// Whose a key is: kBrowser where no command has it. The page's scripts ask before they take a key away from
// the browser.
KeyScope scope_of(const KeyPress& press);

bool is_on(const Command& command, const app::Model& model, const app::Place& place);
bool is_enabled(const Command& command, const app::Model& model, const app::Place& place);

}  // namespace depeche::ui
