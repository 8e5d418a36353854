// CommonMark 0.31 and GitHub Flavored Markdown (tables, task lists, strikethrough, autolinks), parsed by
// md4c into a tree.
#pragma once

#include "markdown/parse.h"

namespace depeche::markdown {

// `dialect` is kCommonMark or kGfm. As parse().
Tree parse_commonmark(const Text& text, Span body, Dialect dialect);

}  // namespace depeche::markdown
