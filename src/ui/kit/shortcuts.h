// Keys that mean the same wherever the keyboard is: those of the table of commands (commands.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/model.h"
#include "messages/catalog.h"
#include "ui/kit/commands.h"
#include "ui/kit/input.h"

namespace depeche::ui {

// The command whose keys these are; null for none. Copy, cut and paste come as the browser's own events.
const Command* command_of(const KeyPress& press);

// Whose such a key is: kBrowser where no command has it. The page's scripts ask before they take a key away
// from the browser.
KeyScope scope_of(const KeyPress& press);

// How people read a shortcut written as "Ctrl+Shift+Z": with the keys that their keyboard has, in their
// language: "Ctrl+Maj+Z", "⇧⌘Z".
std::string shortcut_text(std::string_view shortcut, bool apple_keys, messages::Language language);

}  // namespace depeche::ui
