// The command that writes a link.
#pragma once

#include <optional>
#include <string_view>

#include "editor/state.h"
#include "editor/transaction.h"

namespace depeche::editor {

// A link to `target` in the place of the selection, as one step to undo. Its text is `label` (plain text) if
// there is one, else the selected Markdown, else the target. The caret comes after it; or, without a target,
// where the target is to be typed. Nothing when several blocks are selected.
std::optional<Transaction> insert_link(const EditorState& state, std::string_view target,
                                       std::string_view label);

}  // namespace depeche::editor
