#include "editor/movement.h"

#include "editor/word.h"
#include "text/grapheme.h"

namespace depeche::editor {
namespace {

bool is_blank(const Text& text, std::uint32_t number) {
  return text.bytes(text.line(LineNumber{number})).find_first_not_of(" \t") == std::string_view::npos;
}

// The start of the paragraph before or after the one of `offset`; backward from inside one, its own.
Offset paragraph_start(const Text& text, Offset offset, Direction direction) {
  auto number = static_cast<std::uint32_t>(text.line_at(offset));
  if (direction == Direction::kForward) {
    while (number < text.line_count() && !is_blank(text, number)) ++number;
    while (number < text.line_count() && is_blank(text, number)) ++number;
    return number < text.line_count() ? text.line(LineNumber{number}).begin : text.size();
  }
  const auto begins = [&](std::uint32_t at) {
    return !is_blank(text, at) && (at == 0 || is_blank(text, at - 1)) &&
           text.line(LineNumber{at}).begin < offset;
  };
  while (number > 0 && !begins(number)) --number;
  return text.line(LineNumber{number}).begin;
}

// The end of the paragraph of `offset`, or of the next one from its end or between two.
Offset paragraph_end(const Text& text, Offset offset) {
  for (auto number = static_cast<std::uint32_t>(text.line_at(offset)); number < text.line_count(); ++number) {
    const bool ends =
        !is_blank(text, number) && (number + 1 == text.line_count() || is_blank(text, number + 1));
    const Offset end = text.line(LineNumber{number}).end;
    if (ends && end > offset) return end;
  }
  return text.size();
}

// The paragraph that holds `offset`, without the ending of its last line; the line if it is blank.
Span paragraph_at(const Text& text, Offset offset) {
  auto first = static_cast<std::uint32_t>(text.line_at(offset));
  std::uint32_t last = first;
  if (is_blank(text, first)) return text.line(LineNumber{first});
  while (first > 0 && !is_blank(text, first - 1)) --first;
  while (last + 1 < text.line_count() && !is_blank(text, last + 1)) ++last;
  return {text.line(LineNumber{first}).begin, text.line(LineNumber{last}).end};
}

}  // namespace

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
    case Unit::kParagraph:
      return paragraph_start(text, offset, direction);
    case Unit::kParagraphEdge:
      return forward ? paragraph_end(text, offset) : paragraph_start(text, offset, direction);
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

std::optional<Transaction> expand_selection(const EditorState& state) {
  const Span now = state.selection.span();
  const Text& text = state.text;
  const Span line = text.line(text.line_at(now.begin));
  for (const Span& larger : {word_at(text.bytes(), now.begin), line, paragraph_at(text, now.begin)}) {
    if (larger.contains(now) && larger != now) return select(state, Selection::of(larger));
  }
  return select_all(state);
}

std::optional<Transaction> select_word(const EditorState& state, Offset offset) {
  return select(state, Selection::of(word_at(state.text.bytes(), offset)));
}

std::optional<Transaction> select_line(const EditorState& state, Offset offset) {
  return select(state, Selection::of(state.text.line_with_ending(state.text.line_at(offset))));
}

}  // namespace depeche::editor
