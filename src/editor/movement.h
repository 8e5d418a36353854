// Commands that move the caret and select. They change no text; nothing when nothing would move.
//
// Movement by visual line and by page needs the layout, and is the view's: it ends in place_caret() or
// extend_selection_to().
#pragma once

#include <cstdint>
#include <optional>

#include "editor/state.h"
#include "editor/transaction.h"

namespace depeche::editor {

enum class Direction : std::uint8_t { kBackward, kForward };

// How far a key goes: to the next character, word or start of a paragraph, or to the start or end of the
// line, the paragraph (at it, of the next one) or the document. Lines are those of the text, not of the
// screen; paragraphs are parted by blank lines.
enum class Unit : std::uint8_t { kGrapheme, kWord, kLine, kParagraph, kParagraphEdge, kDocument };

// Where `unit` away from `offset` is. It stays in place at the end of what it could move through.
Offset destination(const Text& text, Offset offset, Unit unit, Direction direction);

// Selected text is left at its edge by a step of one character, as everywhere.
std::optional<Transaction> move_caret(const EditorState& state, Unit unit, Direction direction);
std::optional<Transaction> extend_selection(const EditorState& state, Unit unit, Direction direction);

std::optional<Transaction> place_caret(const EditorState& state, Offset offset);
std::optional<Transaction> extend_selection_to(const EditorState& state, Offset offset);

std::optional<Transaction> select(const EditorState& state, Selection selection);
std::optional<Transaction> select_all(const EditorState& state);
// From the caret to its word, the line, the paragraph, the document.
std::optional<Transaction> expand_selection(const EditorState& state);
std::optional<Transaction> select_word(const EditorState& state, Offset offset);  // a double click
std::optional<Transaction> select_line(const EditorState& state, Offset offset);  // a triple click

}  // namespace depeche::editor
