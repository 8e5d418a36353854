#include "ui/shortcuts.h"

#include "editor/commands.h"

namespace depeche::ui {
namespace {

std::optional<app::Action> edit(std::optional<editor::Transaction> transaction) {
  if (!transaction) return std::nullopt;
  return app::Edit{std::move(*transaction)};
}

}  // namespace

std::optional<app::Action> action_of(const KeyPress& press, const editor::EditorState& state) {
  if (press.key != Key::kCharacter || !press.modifiers.control || press.modifiers.alt) return std::nullopt;
  switch (press.character) {
    case 'z':
      return press.modifiers.shift ? app::Action(app::Redo{}) : app::Action(app::Undo{});
    case 'y':
      return app::Redo{};
    case 's':
      return app::SaveMarkdown{};
    case 'o':
      return app::ChooseFile{};
    case 'a':
      return edit(editor::select_all(state));
    case 'b':
      return edit(editor::toggle_bold(state));
    case 'i':
      return edit(editor::toggle_italic(state));
    case 'k':
      return edit(editor::insert_link(state, "", ""));
    default:
      return std::nullopt;
  }
}

}  // namespace depeche::ui
