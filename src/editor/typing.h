// What happens beyond the character typed: pairs are closed, lists are continued, indented and left.
//
// Each command is one step to undo. In code (TextKind) nothing is completed. Each line is read by itself
// (block.h), without the parser.
#pragma once

#include <optional>
#include <string_view>

#include "editor/state.h"
#include "editor/text_kind.h"
#include "editor/transaction.h"

namespace depeche::editor {

// Replaces `replaced` by the typed `text` and then selects `selection`, as the text field of the system did. A
// single character may do more:
// - an opening bracket, a quote or a mark over a selection within a line is put around it;
// - `(`, `[` or « brings its closer if a space, punctuation, a closer or the end of the line follows, and so
//   does the second star of `**` inside a line (both in Markdown only);
// - a closer typed right before the one that is already there moves the caret past that one;
// - a space typed between « and » right after they came is dropped: they have brought their own.
std::optional<Transaction> type_text(const EditorState& state, Span replaced, std::string_view text,
                                     Selection selection, TextKind kind);

// Enter. In a list or quote, the new line continues it, and the numbers after it grow. An empty item leaves its
// list, or moves up to the list around it; a second empty line leaves a quote. In code, the new line is
// indented like the one before.
std::optional<Transaction> break_line(const EditorState& state, TextKind kind);

// Backspace by one character. In Markdown, it does more: at the start of an item it moves the item up one level,
// or removes its marker at the top level; at the start of a heading or a quoted line it removes that mark;
// inside an empty pair it deletes both signs.
std::optional<Transaction> erase_backward(const EditorState& state, TextKind kind);

// Tab and Shift+Tab on items: nest the selected items in the item above, or move them up to the list around
// theirs, with all that is nested in them. Nothing if no selected line is an item, or none can move.
std::optional<Transaction> indent_items(const EditorState& state);
std::optional<Transaction> outdent_items(const EditorState& state);

// Whether the selection begins in the first line of a list item: there, Tab indents.
bool is_in_item(const EditorState& state);

}  // namespace depeche::editor
