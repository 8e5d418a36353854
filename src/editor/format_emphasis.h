// Commands that make text bold or italic, and plain again. Each is one step to undo and changes the marks
// alone.
//
// They apply to the selected text, without spaces at its ends; or to the word at the caret; or, where there
// is none, they write an empty pair of marks to type in. In several blocks, they apply to each for itself. Of
// an emphasised text, the selected part alone becomes plain. They read the text by themselves (block.h,
// emphasis.h), without a parser.
#pragma once

#include <optional>

#include "editor/state.h"
#include "editor/transaction.h"

namespace depeche::editor {

std::optional<Transaction> toggle_bold(const EditorState& state);
std::optional<Transaction> toggle_italic(const EditorState& state);

}  // namespace depeche::editor
