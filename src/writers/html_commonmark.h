// The HTML that CommonMark's and GFM's reference renderers make: the form of the examples in their
// specifications.
#pragma once

#include "writers/html_blocks.h"

namespace depeche::writers {

HtmlBlocks html_commonmark(const markdown::Tree& tree);

}  // namespace depeche::writers
