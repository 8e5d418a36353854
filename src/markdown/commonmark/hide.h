// Hides from md4c what it must not see, in the copy of the text that it reads: a character is replaced by a
// letter, so that offsets stay the same. The tree's text comes from the source, which does not change.
#pragma once

#include <string>
#include <vector>

#include "base/span.h"

namespace depeche::markdown::commonmark {

// Hides the marks of list items past this column: md4c looks at every open list for every blank line, so that
// deep lists would take quadratic time. Nobody nests lists so deep, and code there reads as before.
inline constexpr std::size_t kLastListColumn = 256;
void hide_deep_lists(std::string& input);

// Hides every link definition, for a text whose links would unfold to many times its size.
void hide_definitions(std::string& input);

// Hides the delimiter rows of what is no table in GFM; `rows` are where they begin in `input`.
void hide_rows(std::string& input, const std::vector<Offset>& rows);

}  // namespace depeche::markdown::commonmark
