// What happens around what is typed: pairs that close themselves, lists that go on, are indented and left.
//
// Each command is one step to undo. In code (TextKind) nothing is completed. Lines are read by themselves
// (block.h), without a parser.
#pragma once

#include <optional>
#include <string_view>

#include "editor/state.h"
#include "editor/text_kind.h"
#include "editor/transaction.h"

namespace depeche::editor {

// `text` typed in the place of `replaced`, with `selection` after it, as the system's field has it. One sign
// may do more:
// - an opening bracket, quote or mark of emphasis over a selection within a line goes around it;
// - an opening bracket or « before a space or the end of the line brings its closer, and so does the second
//   star of `**` inside a line;
// - a closer right before the caret's own closer takes its place;
// - a space between the « and » that have just come takes the place of theirs.
std::optional<Transaction> type_text(const EditorState& state, Span replaced, std::string_view text,
                                     Selection selection, TextKind kind);

// Enter. In a list or quote the new line goes on with it, the numbers after it grow; in an empty item it
// leaves the list, or goes up to the list around; a second empty line leaves a quote. In code the new line is
// indented as the one before.
std::optional<Transaction> break_line(const EditorState& state, TextKind kind);

// Backspace by one character. At the start of an item it goes up one level, then takes the marker; at the
// start of a heading or of a line of a quote it takes that mark; between the signs of an empty pair it takes
// both.
std::optional<Transaction> erase_backward(const EditorState& state, TextKind kind);

// Tab and Shift+Tab on items: under the item above, and up to the list around, with all that is nested in
// them. Nothing where no selected line is an item, or none can move.
std::optional<Transaction> indent_items(const EditorState& state);
std::optional<Transaction> outdent_items(const EditorState& state);

// Whether the selection begins in an item of a list: there Tab indents.
bool is_in_item(const EditorState& state);

}  // namespace depeche::editor
