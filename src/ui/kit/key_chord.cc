#include "ui/kit/key_chord.h"

#include "base/ascii.h"

namespace depeche::ui {
namespace {

struct Chord {
  bool control = false, alt = false, shift = false;
  std::string_view key;
};

Chord chord_of(std::string_view written) {
  const auto take = [&](std::string_view key) {
    if (!written.starts_with(key)) return false;
    written.remove_prefix(key.size());
    return true;
  };
  Chord chord;
  chord.control = take("Ctrl+");
  chord.alt = take("Alt+");
  chord.shift = take("Shift+");
  chord.key = written;
  return chord;
}

// The digits of both rows: with Shift an AZERTY keyboard writes the digit, others the sign above it.
bool is_sign_above(char32_t character, char digit) {
  return (character == U'&' && digit == '7') || (character == U'*' && digit == '8') ||
         (character == U'(' && digit == '9');
}

bool writes(char32_t character, const Chord& chord) {
  if (chord.key.size() != 1) return false;
  const char key = chord.key.front();
  return character == static_cast<char32_t>(to_lower(key)) || (chord.shift && is_sign_above(character, key));
}

bool is_pressed(const Chord& chord, const KeyPress& press) {
  const Modifiers& held = press.modifiers;
  if (press.key == Key::kRight)
    return chord.key == "Right" && held.alt == chord.alt && held.shift == chord.shift;
  if (press.key != Key::kCharacter || held.control != chord.control || held.alt != chord.alt) return false;
  // With Alt goes the place of the key, which Shift does not alter.
  return (held.alt || held.shift == chord.shift) && writes(press.character, chord);
}

}  // namespace

bool is_chord(std::string_view chord, const KeyPress& press) {
  return is_pressed(chord_of(chord), press);
}

std::string chord_text(std::string_view chord, bool apple_keys, messages::Language language) {
  const auto& [control, alt, shift, key] = chord_of(chord);
  std::string text;
  if (apple_keys) {  // in Apple's order
    if (alt) text += "⌥";
    if (shift) text += "⇧";
    if (control) text += "⌘";
  } else {
    if (control) text += "Ctrl+";
    if (alt) text += "Alt+";
    if (shift) text += language == messages::Language::kFrench ? "Maj+" : "Shift+";
  }
  return text.append(key);
}

std::string aria_chord(std::string_view chord, bool apple_keys) {
  const auto& [control, alt, shift, key] = chord_of(chord);
  std::string text;
  if (control) text += apple_keys ? "Meta+" : "Control+";
  if (alt) text += "Alt+";
  if (shift) text += "Shift+";
  return text.append(key == "Right" ? "ArrowRight" : key);
}

}  // namespace depeche::ui
