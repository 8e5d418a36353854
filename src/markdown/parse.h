// Parses Markdown. Every input yields a tree; time is linear in its size, and the stack is bounded.
#pragma once

#include "markdown/tree.h"

namespace depeche::markdown {

// Parses the part `body` of `text`. The tree's spans are of the whole text.
Tree parse(const Text& text, Span body, Dialect dialect);

}  // namespace depeche::markdown
