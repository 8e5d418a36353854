// What a document holds of a person's own work, which must never be lost when another document takes its
// place.
#pragma once

#include <optional>
#include <string_view>

#include "editor/state.h"

namespace depeche::app {

// Whether nothing in a text is a person's own: nothing but blanks, the sample, or a new release.
bool is_blank_document(std::string_view text);

// Whether the text is blank and always was, so that nothing is lost when another takes its place. False for a
// text that was emptied, since undo brings it back.
bool is_untouched(const editor::EditorState& state);

// The state that holds the person's work: this one or, if its text was emptied, an earlier one that undo
// leads to, the last with some lines, else the longest. None when nothing was written.
std::optional<editor::EditorState> last_work(const editor::EditorState& state);

}  // namespace depeche::app
