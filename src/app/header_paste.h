// Text of several lines, pasted while the caret is in the front matter, as it is in a new release. The text
// must not end up among the fields.
#pragma once

#include <optional>
#include <string_view>

#include "app/pasting.h"
#include "editor/state.h"
#include "release/release.h"

namespace depeche::app {

// In a new release, the first line becomes the title, if it is a heading or a short paragraph, and the rest
// the body. In any other header, a few short lines are joined to one, for the value at the caret; more lines
// go into the body, and app/pasted-into-body says so.
//
// `html` is `text` with its formats; either may be empty. None where an ordinary paste does no harm: one
// line, lines that are fields, or a paste into the body or into a value of several lines.
std::optional<HtmlPaste> paste_into_header(const editor::EditorState& state, const Release& release,
                                           std::string_view html, std::string_view text);

}  // namespace depeche::app
