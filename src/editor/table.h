// Commands for tables: a new one, and rows and columns of the one that the caret is in.
//
// `table` is where the tree says that it stands. Rows are its lines; a cell ends at a `|` that is neither
// escaped nor in a code span. Each command is one step to undo, and leaves the other cells as they are.
#pragma once

#include <optional>

#include "editor/state.h"
#include "editor/transaction.h"

namespace depeche::editor {

inline constexpr std::size_t kMaxTableRows = 100;
inline constexpr std::size_t kMaxTableColumns = 20;

// A head and `rows` rows below it, the caret in the first cell; both numbers at least 1.
std::optional<Transaction> insert_table(const EditorState& state, std::size_t rows, std::size_t columns);

// Tab and Shift+Tab: the caret behind what the next or the previous cell holds, over the line below the head;
// after the last cell behind the table. Nothing before the first.
std::optional<Transaction> go_to_next_cell(const EditorState& state, Span table);
std::optional<Transaction> go_to_previous_cell(const EditorState& state, Span table);

// An empty row below the caret's, below the head's line if it is in the head; an empty column after it.
std::optional<Transaction> add_row(const EditorState& state, Span table);
std::optional<Transaction> add_column(const EditorState& state, Span table);

// Nothing for the head, for a line between, and for the only column.
std::optional<Transaction> remove_row(const EditorState& state, Span table);
std::optional<Transaction> remove_column(const EditorState& state, Span table);

}  // namespace depeche::editor
