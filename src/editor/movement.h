// Commands that move the caret and select. They change no text, and return nothing if nothing would move.
//
// Movement by visual line and by page needs the layout: the view finds the place and calls place_caret() or
// extend_selection_to().
#pragma once

#include <cstdint>
#include <optional>

#include "editor/state.h"
#include "editor/transaction.h"

namespace depeche::editor {

enum class Direction : std::uint8_t { kBackward, kForward };

// How far a key goes. Lines are those of the text, not of the screen; paragraphs are separated by blank lines.
enum class Unit : std::uint8_t {
  kGrapheme,
  kWord,           // to the end of this or the next word, or the start of this or the previous one
  kLine,           // to the end or the start of the line
  kParagraph,      // to the start of the next paragraph, or of this or the previous one
  kParagraphEdge,  // to the end or the start of the paragraph; from there, to that of the next or previous one
  kDocument        // to the end or the start of the document
};

// The place one `unit` away from `offset`; `offset` itself if there is nowhere further to go.
Offset destination(const Text& text, Offset offset, Unit unit, Direction direction);

// From a selection, a step of one character goes to the edge of the selection, as in other editors.
std::optional<Transaction> move_caret(const EditorState& state, Unit unit, Direction direction);
std::optional<Transaction> extend_selection(const EditorState& state, Unit unit, Direction direction);

std::optional<Transaction> place_caret(const EditorState& state, Offset offset);
std::optional<Transaction> extend_selection_to(const EditorState& state, Offset offset);

std::optional<Transaction> select(const EditorState& state, Selection selection);
std::optional<Transaction> select_all(const EditorState& state);
// Selects the next larger of these around the selection: word, line, paragraph, document.
std::optional<Transaction> expand_selection(const EditorState& state);
std::optional<Transaction> select_word(const EditorState& state, Offset offset);  // a double click
std::optional<Transaction> select_line(const EditorState& state, Offset offset);  // a triple click

}  // namespace depeche::editor
