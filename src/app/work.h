// What a document holds of a person's own work: that is never to be lost, whatever comes in its place.
#pragma once

#include <optional>
#include <string_view>

#include "editor/state.h"

namespace depeche::app {

// Whether nothing in a text is a person's own: nothing but blanks, the sample, or a new release.
bool is_blank_document(std::string_view text);

// Whether the text is blank and always was: then nothing is lost when another comes in its place. One that was
// emptied is none, since undo leads back to what was there.
bool is_untouched(const editor::EditorState& state);

// The state with what the person has written: this one, or of a text that was emptied the last before that, as
// undo leads there. None where nothing was written.
std::optional<editor::EditorState> last_work(const editor::EditorState& state);

}  // namespace depeche::app
