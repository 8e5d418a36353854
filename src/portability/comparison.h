// Where the body of a draft reads otherwise in other Markdown programs than on the site, in a way that a reader
// would see. The site is kramdown, as Jekyll runs it; the others are GitHub Flavored Markdown.
//
// Typographic quotes and dashes, ids, classes and how far apart the items of a list stand do not count.
// Liquid is taken for a word, as Jekyll fills it in before the text is read.
#pragma once

#include <vector>

#include "markdown/tree.h"
#include "portability/compare.h"
#include "portability/reading.h"
#include "text/text.h"

namespace depeche::portability {

struct Comparison {
  Reading site, elsewhere;
  std::vector<Difference> differences;  // in the order of the source
};

// `tree` is the site's, of the part `body` of `text`. Reads the body once more, twice where it holds Liquid or
// malformed UTF-8: then both are readings of the text without them (portability/filling.h).
Comparison compare_readings(const Text& text, Span body, const markdown::Tree& tree);

}  // namespace depeche::portability
