// Commands that write and delete. Each is one step to undo, unless the history joins it to the one before.
//
// Nothing comes back when nothing would change, or when the text would outgrow kMaximumTextSize.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "editor/movement.h"
#include "editor/state.h"
#include "editor/transaction.h"

namespace depeche::editor {

// `text` in the place of the selection, its line ends turned into those of the document; the caret after it.
std::optional<Transaction> insert_text(const EditorState& state, std::string_view text,
                                       UserEvent event = UserEvent::kTyping);

// Backspace and Delete: the selection if there is one, else up to the unit's end. By word, line or document,
// a line's end is as far as it goes, and by itself goes alone.
std::optional<Transaction> delete_text(const EditorState& state, Unit unit, Direction direction);

// The selection if there is one, else what lies between the caret and `edge`.
std::optional<Transaction> delete_to(const EditorState& state, Offset edge);

// The selection in the place `to` of the text as it is; with `copied`, its text stays where it was as well.
// What was moved is selected then. Nothing when `to` is within the selection.
std::optional<Transaction> move_selection(const EditorState& state, Offset to, bool copied);

// Nothing when nothing is selected.
std::optional<Transaction> delete_selection(const EditorState& state);

// Edits made elsewhere, as by a form or a fix. The selection keeps its text; a caret right where text comes
// in goes to the side of `bias`. Nothing if they are no Change.
std::optional<Transaction> replace(const EditorState& state, std::vector<Replacement> edits,
                                   Bias bias = Bias::kBefore);

// The whole text as a foreign text field left it; the change is what differs.
std::optional<Transaction> replace_all(const EditorState& state, std::string_view text, Selection selection,
                                       UserEvent event);

std::optional<Transaction> undo(const EditorState& state);
std::optional<Transaction> redo(const EditorState& state);

}  // namespace depeche::editor
