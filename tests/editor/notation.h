// States of the editor as strings: `|` is the caret, `^` the other end of a selection.
// "^Bon|jour" has "Bon" selected forward, "|Bon^jour" backward; in "Bon|jour" nothing is.
#pragma once

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "editor/state.h"
#include "editor/transaction.h"

namespace depeche::editor {

using Command = std::function<std::optional<Transaction>(const EditorState&)>;

EditorState state_of(std::string_view notation);
std::string notation_of(const EditorState& state);

// What the state reads as after a transaction; as before when there is none.
std::string notation_after(const EditorState& state, const std::optional<Transaction>& transaction);

// Checks a table of what `command` makes of states.
struct BeforeAfter {
  std::string_view before;
  std::string_view after;
};
void check_rows(std::initializer_list<BeforeAfter> rows, const Command& command);

}  // namespace depeche::editor
