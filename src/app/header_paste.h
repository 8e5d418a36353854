// Text of several lines that is pasted where the caret stands in the front matter, as it does in a new release:
// it must not end up among the fields.
#pragma once

#include <optional>
#include <string_view>

#include "app/pasting.h"
#include "editor/state.h"
#include "release/release.h"

namespace depeche::app {

// In a new release, its title and its body are what is pasted: the first line, if it is a heading or a
// paragraph of some words, and the rest. In any other header a few short lines become one, for the value at the
// caret; more of them go into the body, and app/pasted-into-body says so.
//
// `html` is the same as `text`, with its formats; may be empty, either of them. Nothing where an ordinary
// paste does no harm: in the body, of one line, of fields, or into a value of several lines.
std::optional<HtmlPaste> paste_into_header(const editor::EditorState& state, const Release& release,
                                           std::string_view html, std::string_view text);

}  // namespace depeche::app
