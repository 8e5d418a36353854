#include "ui/kit/shortcuts.h"

#include "editor/commands.h"

namespace depeche::ui {
namespace {

std::optional<app::Action> with_shift(char32_t character) {
  switch (character) {
    case 'z':
      return app::Redo{};
    case 'x':
      return app::Run{app::TextCommand::kStrike};
    case 'f':
      return app::ToggleOutline{};
    case 'g':
      return app::FindNext{true};
    // The digits of both rows: with Shift an AZERTY keyboard writes the digit, others the sign above it.
    case '7':
    case '&':
      return app::Run{app::TextCommand::kOrderedList};
    case '8':
    case '*':
      return app::Run{app::TextCommand::kBulletList};
    case '9':
    case '(':
      return app::Run{app::TextCommand::kQuote};
    default:
      return std::nullopt;
  }
}

// Levels of headings; 0 is a paragraph.
std::optional<app::Action> with_alt(char32_t character) {
  if (character < U'0' || character > U'6') return std::nullopt;
  return app::SetHeading{static_cast<std::uint32_t>(character - U'0')};
}

}  // namespace

std::optional<app::Action> action_of(const KeyPress& press, const editor::EditorState& state) {
  if (press.modifiers.alt && press.modifiers.shift && press.key == Key::kRight)
    return app::Run{app::TextCommand::kExpandSelection};
  if (press.key != Key::kCharacter || !press.modifiers.control) return std::nullopt;
  if (press.modifiers.alt) return with_alt(press.character);
  if (press.modifiers.shift) return with_shift(press.character);
  switch (press.character) {
    case 'z':
      return app::Undo{};
    case 'y':
      return app::Redo{};
    case 's':
      return app::SaveMarkdown{};
    case 'o':
      return app::ChooseFile{};
    case 'p':
      return app::Print{};
    case 'a':
      if (const auto all = editor::select_all(state)) return app::Edit{*all};
      return std::nullopt;
    case 'b':
      return app::Run{app::TextCommand::kBold};
    case 'i':
      return app::Run{app::TextCommand::kItalic};
    case 'k':
      return app::OpenForm{app::FormKind::kLink};
    case 'f':
      return app::OpenFind{false};
    case 'h':
      return app::OpenFind{true};
    case 'g':
      return app::FindNext{false};
    default:
      return std::nullopt;
  }
}

std::string shortcut_text(std::string_view shortcut, bool apple_keys, messages::Language language) {
  const auto take = [&](std::string_view key) {
    if (!shortcut.starts_with(key)) return false;
    shortcut.remove_prefix(key.size());
    return true;
  };
  const bool control = take("Ctrl+");
  const bool alt = take("Alt+");
  const bool shift = take("Shift+");
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
  return text.append(shortcut);
}

}  // namespace depeche::ui
