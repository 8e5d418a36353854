#include "ui/kit/key_chord.h"

#include "doctest/doctest.h"

namespace depeche::ui {
namespace {

using messages::Language;

TEST_CASE("chords are written as the keyboard has them") {
  struct {
    const char* chord;
    bool apple_keys;
    Language language;
    const char* text;
  } const rows[] = {
      {"Ctrl+B", false, Language::kFrench, "Ctrl+B"},
      {"Ctrl+Shift+8", false, Language::kFrench, "Ctrl+Maj+8"},
      {"Ctrl+Shift+8", false, Language::kEnglish, "Ctrl+Shift+8"},
      {"Ctrl+Shift+8", true, Language::kFrench, "⇧⌘8"},
      {"Ctrl+Alt+1", false, Language::kFrench, "Ctrl+Alt+1"},
      {"Ctrl+Alt+1", true, Language::kFrench, "⌥⌘1"},
      {"", true, Language::kFrench, ""},
  };
  for (const auto& row : rows) CHECK(chord_text(row.chord, row.apple_keys, row.language) == row.text);
}

TEST_CASE("a chord is pressed with its modifiers and no others") {
  struct {
    const char* chord;
    KeyPress press;
    bool pressed;
  } const rows[] = {
      {"Ctrl+B", {Key::kCharacter, U'b', {.control = true}}, true},
      {"Ctrl+B", {Key::kCharacter, U'b', {}}, false},
      {"Ctrl+B", {Key::kCharacter, U'b', {.control = true, .shift = true}}, false},
      {"Ctrl+B", {Key::kCharacter, U'k', {.control = true}}, false},
      // With Shift, a row of digits writes digits or signs.
      {"Ctrl+Shift+8", {Key::kCharacter, U'8', {.control = true, .shift = true}}, true},
      {"Ctrl+Shift+8", {Key::kCharacter, U'*', {.control = true, .shift = true}}, true},
      {"Ctrl+Shift+8", {Key::kCharacter, U'(', {.control = true, .shift = true}}, false},
      // With Alt, Shift may be needed to write the digit.
      {"Ctrl+Alt+1", {Key::kCharacter, U'1', {.control = true, .shift = true, .alt = true}}, true},
      {"Ctrl+Alt+1", {Key::kCharacter, U'1', {.alt = true}}, false},
      {"Alt+Right", {Key::kRight, 0, {.alt = true}}, true},
      {"Alt+Right", {Key::kRight, 0, {}}, false},
  };
  for (const auto& row : rows) {
    CAPTURE(row.chord);
    CHECK(is_chord(row.chord, row.press) == row.pressed);
  }
}

}  // namespace
}  // namespace depeche::ui
