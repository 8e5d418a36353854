// Commands that write and delete. Each is one step to undo, unless the history joins it to the one before.
//
// They return nothing if nothing would change, or if the text would outgrow kMaximumTextSize.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "editor/movement.h"
#include "editor/state.h"
#include "editor/transaction.h"

namespace depeche::editor {

// Replaces the selection by `text`, with the document's line endings, and puts the caret after it.
std::optional<Transaction> insert_text(const EditorState& state, std::string_view text,
                                       UserEvent event = UserEvent::kTyping);

// Backspace and Delete: deletes the selection if there is one, else from the caret to the end of the unit, but
// not past the start or end of the line. At that edge already, it deletes the line ending alone.
std::optional<Transaction> delete_text(const EditorState& state, Unit unit, Direction direction);

// Deletes the selection if there is one, else the text between the caret and `edge`.
std::optional<Transaction> delete_to(const EditorState& state, Offset edge);

// Moves the selected text to `to`, an offset in the text before the change; with `copied`, copies it there. The
// result is selected. Nothing if nothing is selected or `to` is in the selection, or at its edge for a move.
std::optional<Transaction> move_selection(const EditorState& state, Offset to, bool copied);

// Nothing when nothing is selected.
std::optional<Transaction> delete_selection(const EditorState& state);

// Edits that come from elsewhere, such as a form or a fix. The selection keeps its text; a caret right where
// text is inserted goes to the side of `bias`. Nothing if the edits make no valid Change (text/change.h).
std::optional<Transaction> replace(const EditorState& state, std::vector<Replacement> edits,
                                   Bias bias = Bias::kBefore);

// Takes over the whole text as a text field of the system left it. The change covers only what differs.
std::optional<Transaction> replace_all(const EditorState& state, std::string_view text, Selection selection,
                                       UserEvent event);

std::optional<Transaction> undo(const EditorState& state);
std::optional<Transaction> redo(const EditorState& state);

}  // namespace depeche::editor
