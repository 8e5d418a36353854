// CommonMark 0.31 and GitHub Flavored Markdown (tables, task lists, strikethrough, autolinks), read by md4c,
// to tree.
#pragma once

#include "markdown/parse.h"

namespace depeche::markdown {

// `dialect` is kCommonMark or kGfm. As parse().
Tree parse_commonmark(const Text& text, Span body, Dialect dialect);

}  // namespace depeche::markdown
