// Commands that make text bold or italic, and plain again. Each is one step to undo and changes the marks
// alone.
//
// They apply to the selected text, without spaces at its ends; or to the word at the caret; or, if there is no
// word, they write an empty pair of marks to type in. Each selected block gets its own marks. If only a part of
// an emphasised text is selected, only that part becomes plain. They read the text themselves (block.h,
// emphasis.h), without the parser.
#pragma once

#include <optional>

#include "editor/state.h"
#include "editor/transaction.h"

namespace depeche::editor {

std::optional<Transaction> toggle_bold(const EditorState& state);
std::optional<Transaction> toggle_italic(const EditorState& state);

}  // namespace depeche::editor
