// Commands that insert a block: in the place of a blank line at the caret, or below the caret's block, with
// blank lines around it. Each is one step to undo.
#pragma once

#include <optional>
#include <string_view>

#include "editor/state.h"
#include "editor/transaction.h"

namespace depeche::editor {

// `block` is Markdown with "\n" for each line end. It ends in "\n" only to bring its own blank lines below.
// `selected` is what is selected afterwards, counted from the start of `block`.
std::optional<Transaction> insert_block(const EditorState& state, std::string_view block, Selection selected);

// The same, above the block that begins right after the caret.
std::optional<Transaction> insert_block_above(const EditorState& state, std::string_view block,
                                              Selection selected);

// The same, in the place of `replaced`: whole lines, without the ending of the last.
std::optional<Transaction> replace_with_block(const EditorState& state, Span replaced, std::string_view block,
                                              Selection selected);

// Inserts a line across the page and puts the caret below it.
std::optional<Transaction> insert_rule(const EditorState& state);

}  // namespace depeche::editor
