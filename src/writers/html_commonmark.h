// The HTML that CommonMark's and GFM's reference renderers make: the form of the examples in their
// specifications.
#pragma once

#include <string>

#include "markdown/tree.h"

namespace depeche::writers {

// Faithful: raw HTML is kept. Valid UTF-8, whatever the source.
std::string html_commonmark(const markdown::Tree& tree);

}  // namespace depeche::writers
