// Keys pressed together, as the table of commands writes them: "Ctrl+Alt+Shift+Z", the modifiers in this
// order, then a capital, a digit, or "Right".
#pragma once

#include <string>
#include <string_view>

#include "messages/catalog.h"
#include "ui/kit/input.h"

namespace depeche::ui {

// Whether `press` is the chord. Ctrl stands for Cmd on Apple's keyboards.
bool is_chord(std::string_view chord, const KeyPress& press);

// The chord as people read it, with the keys of their keyboard in their language: "Ctrl+Maj+Z", "⇧⌘Z".
std::string chord_text(std::string_view chord, bool apple_keys, messages::Language language);

// The chord as WAI-ARIA's aria-keyshortcuts has it: "Control+Shift+Z", "Meta+Shift+Z". Empty for an empty one.
std::string aria_chord(std::string_view chord, bool apple_keys);

}  // namespace depeche::ui
