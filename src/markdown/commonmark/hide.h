// What md4c must not see of a text, hidden in the copy that it reads: a character is replaced by a letter, so
// that offsets stay. The tree's text is that of the source, in which nothing changes.
#pragma once

#include <string>
#include <vector>

#include "base/span.h"

namespace depeche::markdown::commonmark {

// The marks of list items past this column: md4c looks at every open list for every blank line, so that deep
// lists would take the square of the text's size. Nobody nests so deep; code that stands there is none the
// worse.
inline constexpr std::size_t kLastListColumn = 256;
void hide_deep_lists(std::string& input);

// Every link definition, for a text whose links would unfold to many times its size.
void hide_definitions(std::string& input);

// The delimiter rows of tables that are none in GFM; where they begin in `input`.
void hide_rows(std::string& input, const std::vector<Offset>& rows);

}  // namespace depeche::markdown::commonmark
