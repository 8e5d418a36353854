// Commands that put a block of its own into the text: at an empty line, or below the block of the caret, with
// blank lines around it. Each is one step to undo.
#pragma once

#include <optional>
#include <string_view>

#include "editor/state.h"
#include "editor/transaction.h"

namespace depeche::editor {

// `block` is Markdown with "\n" between its lines and none at its end. `selected` is what is selected then,
// counted from its start.
std::optional<Transaction> insert_block(const EditorState& state, std::string_view block, Selection selected);

// The same above the block whose first sign is behind the caret.
std::optional<Transaction> insert_block_above(const EditorState& state, std::string_view block,
                                              Selection selected);

// The same, in the place of `replaced`, which is whole lines without the ending of the last.
std::optional<Transaction> replace_with_block(const EditorState& state, Span replaced, std::string_view block,
                                              Selection selected);

// A line across the page; the caret below it.
std::optional<Transaction> insert_rule(const EditorState& state);

}  // namespace depeche::editor
