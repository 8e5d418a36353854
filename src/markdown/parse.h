// Markdown text to tree. Every input yields a tree; time is linear in its size and the stack bounded.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "markdown/tree.h"

namespace depeche::markdown {

struct ParseResult {
  Tree tree;
  std::vector<Diagnostic> diagnostics;  // e.g. an unknown attribute list; ordered by span
};

// Parses the part `body` of `text`. Spans in the result are of the whole text.
ParseResult parse(const Text& text, Span body, Dialect dialect);

}  // namespace depeche::markdown
