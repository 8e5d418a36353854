// Commands for tables: to insert one, and to change rows and columns of the one around the caret.
//
// `table` is its span according to the tree. Rows are its lines; a cell ends at a `|` that is neither escaped
// nor in a code span. Each command is one step to undo, and leaves the other cells as they are.
#pragma once

#include <optional>

#include "editor/state.h"
#include "editor/transaction.h"

namespace depeche::editor {

inline constexpr std::size_t kMaxTableRows = 100;
inline constexpr std::size_t kMaxTableColumns = 20;

// Inserts a head and `rows` rows below it, and puts the caret in the first cell. Numbers below 1 or above the
// limits are clamped.
std::optional<Transaction> insert_table(const EditorState& state, std::size_t rows, std::size_t columns);

// Tab and Shift+Tab: put the caret after the text of the next or the previous cell, skipping separator lines
// (`|---|`). From the last cell, the caret goes behind the table; from the first, nothing.
std::optional<Transaction> go_to_next_cell(const EditorState& state, Span table);
std::optional<Transaction> go_to_previous_cell(const EditorState& state, Span table);

// Insert an empty row below the caret's row (from the head, below the separator line), or an empty column after
// the caret's.
std::optional<Transaction> add_row(const EditorState& state, Span table);
std::optional<Transaction> add_column(const EditorState& state, Span table);

// Remove the row or the column of the caret. Nothing for the head, a separator line, and the only column.
std::optional<Transaction> remove_row(const EditorState& state, Span table);
std::optional<Transaction> remove_column(const EditorState& state, Span table);

}  // namespace depeche::editor
