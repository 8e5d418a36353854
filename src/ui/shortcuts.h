// Keys that mean the same wherever the keyboard is: Ctrl (Command on a Mac) and a letter.
#pragma once

#include <optional>

#include "app/action.h"
#include "editor/state.h"
#include "ui/input.h"

namespace depeche::ui {

// What a key asks for, or nothing. Copy, cut and paste come as the browser's own events.
std::optional<app::Action> action_of(const KeyPress& press, const editor::EditorState& state);

}  // namespace depeche::ui
