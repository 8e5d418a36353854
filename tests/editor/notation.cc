#include "tests/editor/notation.h"

#include "doctest/doctest.h"

namespace depeche::editor {

EditorState state_of(std::string_view notation) {
  std::string text;
  std::optional<Offset> anchor;
  Offset head = 0;
  for (const char byte : notation) {
    if (byte == '|') {
      head = static_cast<Offset>(text.size());
    } else if (byte == '^') {
      anchor = static_cast<Offset>(text.size());
    } else {
      text += byte;
    }
  }
  EditorState state = open(Text(text));
  state.selection = {anchor.value_or(head), head};
  return state;
}

std::string notation_of(const EditorState& state) {
  std::string notation(state.text.bytes());
  const Selection selection = state.selection;
  if (selection.anchor > selection.head) notation.insert(selection.anchor, 1, '^');
  notation.insert(selection.head, 1, '|');
  if (selection.anchor < selection.head) notation.insert(selection.anchor, 1, '^');
  return notation;
}

std::string notation_after(const EditorState& state, const std::optional<Transaction>& transaction) {
  return notation_of(transaction ? apply(state, *transaction) : state);
}

void check_rows(std::initializer_list<BeforeAfter> rows, const Command& command) {
  for (const BeforeAfter& row : rows) {
    CAPTURE(row.before);
    const EditorState state = state_of(row.before);
    CHECK(notation_after(state, command(state)) == row.after);
  }
}

}  // namespace depeche::editor
