// Commands for marks of one kind, the same on both sides: struck text and code. What stands around the caret
// the tree tells (app/commands.cc); each is one step to undo.
#pragma once

#include <optional>
#include <string_view>

#include "editor/state.h"
#include "editor/transaction.h"

namespace depeche::editor {

// `mark` before and after the selected text of each block, or the word at the caret; where there is none, an
// empty pair to type in.
std::optional<Transaction> wrap_text(const EditorState& state, std::string_view mark);

// Leaves of `whole` its `content` alone.
std::optional<Transaction> unwrap_text(const EditorState& state, Span whole, Span content);

// A code span; of several lines, a block of code between fences.
std::optional<Transaction> make_code(const EditorState& state);

}  // namespace depeche::editor
