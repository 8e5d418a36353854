// Where other Markdown programs read the body of a draft differently from the site, in a way that a reader would
// see. The site is kramdown, as Jekyll runs it; the others are GitHub Flavored Markdown.
//
// Typographic quotes and dashes, ids, classes and the space between the items of a list do not count. Liquid
// counts as a word, since Jekyll fills it in before the text is read.
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

// `tree` is the site's, of the part `body` of `text`. Parses the body once more, or twice where it holds Liquid
// or malformed UTF-8: then both readings are of a text in which those are replaced (portability/filling.h).
Comparison compare_readings(const Text& text, Span body, const markdown::Tree& tree);

}  // namespace depeche::portability
