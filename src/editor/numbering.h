// The numbers of ordered lists, kept in order when items come, go or move.
#pragma once

#include <optional>
#include <vector>

#include "base/diagnostic.h"
#include "editor/state.h"
#include "editor/transaction.h"

namespace depeche::editor {

// What puts the items of the list that `line` belongs to in order: from the number that `{: start="3"}` right
// above the list gives, else from that of the first, or from 1 if `line` is the first and is nested. Nothing
// for a line that is no ordered item, and for a list whose author numbers all items alike. Looks at kReach
// lines up and down at most.
std::vector<Replacement> renumbering(const Text& text, LineNumber line);

// `transaction`, and after it the lists around the caret put in order, as one step.
Transaction with_renumbering(const EditorState& state, Transaction transaction);

}  // namespace depeche::editor
