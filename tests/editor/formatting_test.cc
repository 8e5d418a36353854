// What all commands that format have in common.
#include "editor/commands.h"

#include "doctest/doctest.h"
#include "tests/editor/notation.h"

namespace depeche::editor {
namespace {

TEST_CASE("what a button did to plain text, it takes back when pressed again") {
  const auto toggle_second_heading = [](const EditorState& state) { return toggle_heading(state, 2); };
  const auto toggle_bullets = [](const EditorState& state) { return toggle_list(state, ListKind::kBullet); };
  const auto toggle_numbers = [](const EditorState& state) { return toggle_list(state, ListKind::kOrdered); };
  for (const std::string_view notation :
       {"|", "un |mot", "^un| mot", "u|n m^ot", "^un\r\ndeux|", "un\n^deux\n\ntrois|\n"}) {
    CAPTURE(notation);
    const EditorState state = state_of(notation);
    for (const Command& command :
         {Command(toggle_bold), Command(toggle_italic), Command(toggle_quote), Command(toggle_second_heading),
          Command(toggle_bullets), Command(toggle_numbers)}) {
      const EditorState changed = apply(state, *command(state));
      CHECK(changed.text != state.text);
      CHECK(notation_after(changed, command(changed)) == notation);
    }
  }
}

TEST_CASE("a format is one step to undo, and gives the selection back") {
  const EditorState state = state_of("^un\n\ndeux|");
  for (const auto& command : {toggle_bold, toggle_italic, toggle_quote}) {
    const EditorState changed = apply(state, *command(state));
    CHECK(changed.text != state.text);
    CHECK(notation_after(changed, undo(changed)) == notation_of(state));
  }
}

}  // namespace
}  // namespace depeche::editor
