// kramdown with GFM input, as Jekyll runs it, to tree.
#pragma once

#include "markdown/parse.h"

namespace depeche::markdown {

// As parse().
Tree parse_kramdown(const Text& text, Span body);

}  // namespace depeche::markdown
