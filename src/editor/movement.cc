#include "editor/movement.h"

#include "editor/word.h"
#include "text/grapheme.h"

namespace depeche::editor {

Offset destination(const Text& text, Offset offset, Unit unit, Direction direction) {
  const bool forward = direction == Direction::kForward;
  const std::string_view bytes = text.bytes();
  switch (unit) {
    case Unit::kGrapheme:
      return static_cast<Offset>(forward ? next_grapheme(bytes, offset) : previous_grapheme(bytes, offset));
    case Unit::kWord:
      return forward ? next_word_end(bytes, offset) : previous_word_start(bytes, offset);
    case Unit::kLine: {
      const Span line = text.line(text.line_at(offset));
      return forward ? line.end : line.begin;
    }
    case Unit::kDocument:
      return forward ? text.size() : 0;
  }
  return offset;
}

std::optional<Transaction> move_caret(const EditorState& state, Unit unit, Direction direction) {
  const Selection selection = state.selection;
  if (unit == Unit::kGrapheme && !selection.empty()) {
    const Span span = selection.span();
    return place_caret(state, direction == Direction::kForward ? span.end : span.begin);
  }
  return place_caret(state, destination(state.text, selection.head, unit, direction));
}

std::optional<Transaction> extend_selection(const EditorState& state, Unit unit, Direction direction) {
  return extend_selection_to(state, destination(state.text, state.selection.head, unit, direction));
}

std::optional<Transaction> place_caret(const EditorState& state, Offset offset) {
  return select(state, Selection::caret(offset));
}

std::optional<Transaction> extend_selection_to(const EditorState& state, Offset offset) {
  return select(state, {state.selection.anchor, offset});
}

std::optional<Transaction> select(const EditorState& state, Selection selection) {
  if (selection == state.selection) return std::nullopt;
  return Transaction{Change(state.text.size()), selection, UserEvent::kSelect, {}};
}

std::optional<Transaction> select_all(const EditorState& state) {
  return select(state, {0, state.text.size()});
}

std::optional<Transaction> select_word(const EditorState& state, Offset offset) {
  return select(state, Selection::of(word_at(state.text.bytes(), offset)));
}

std::optional<Transaction> select_line(const EditorState& state, Offset offset) {
  return select(state, Selection::of(state.text.line_with_ending(state.text.line_at(offset))));
}

}  // namespace depeche::editor
