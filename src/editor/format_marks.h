// Commands for marks that are the same on both sides: struck text and code. The caller knows from the tree
// what is around the caret (app/text_commands.cc). Each is one step to undo.
#pragma once

#include <optional>
#include <string_view>

#include "editor/state.h"
#include "editor/transaction.h"

namespace depeche::editor {

// Puts `mark` before and after the selected text of each block, or the word at the caret. If there is none,
// writes an empty pair to type in.
std::optional<Transaction> wrap_text(const EditorState& state, std::string_view mark);

// Removes all of `whole` but its `content`.
std::optional<Transaction> unwrap_text(const EditorState& state, Span whole, Span content);

// Makes the selection a code span, or several lines a code block between fences.
std::optional<Transaction> make_code(const EditorState& state);

}  // namespace depeche::editor
