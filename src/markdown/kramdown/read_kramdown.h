// Parses kramdown with GFM input, as Jekyll runs it, into a tree.
#pragma once

#include "markdown/reading.h"

namespace depeche::markdown {

// As read() and reread().
Reading read_kramdown(const Text& text, Span body);
Reading reread_kramdown(Reading before, const Change& change, const Text& text, Span body);

}  // namespace depeche::markdown
