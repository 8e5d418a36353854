// Keys that mean the same wherever the keyboard is: Ctrl (Command on a Mac) and a letter.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/action.h"
#include "editor/state.h"
#include "messages/catalog.h"
#include "ui/kit/input.h"

namespace depeche::ui {

// What a key asks for, or nothing. Copy, cut and paste come as the browser's own events.
std::optional<app::Action> action_of(const KeyPress& press, const editor::EditorState& state);

// How people read a shortcut written as "Ctrl+Shift+Z": with the keys that their keyboard has, in their
// language: "Ctrl+Maj+Z", "⇧⌘Z".
std::string shortcut_text(std::string_view shortcut, bool apple_keys, messages::Language language);

}  // namespace depeche::ui
