// States of the editor as strings: `|` is the caret, `^` the other end of a selection.
// "^Bon|jour" has "Bon" selected forward, "|Bon^jour" backward; in "Bon|jour" nothing is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "editor/state.h"
#include "editor/transaction.h"

namespace depeche::editor {

EditorState state_of(std::string_view notation);
std::string notation_of(const EditorState& state);

// What the state reads as after a transaction; as before when there is none.
std::string notation_after(const EditorState& state, const std::optional<Transaction>& transaction);

}  // namespace depeche::editor
