// The numbers of ordered lists, kept in order when items come, go or move.
#pragma once

#include <optional>
#include <vector>

#include "base/diagnostic.h"
#include "editor/state.h"
#include "editor/transaction.h"

namespace depeche::editor {

// The edits that number the items of `line`'s list in order: from the number that `{: start="3"}` right above
// the list gives; else from 1 if `line` is the first item and indented; else from the first item's number.
// Empty for a line that is not an ordered item, and for a list of three or more items that all have the same
// number. Looks at most 2000 lines up and down.
std::vector<Replacement> renumbering(const Text& text, LineNumber line);

// `transaction`, and after it the renumbering of the caret's list and of the one right below, as one step.
Transaction with_renumbering(const EditorState& state, Transaction transaction);

}  // namespace depeche::editor
