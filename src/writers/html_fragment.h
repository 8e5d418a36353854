// A tree as an HTML fragment, faithful: raw HTML is kept. writers/html.h has the safe mode.
#pragma once

#include <string>

#include "markdown/tree.h"
#include "writers/html_blocks.h"

namespace depeche::writers {

// As the dialect's own renderer writes it. Malformed bytes of the source stay.
HtmlBlocks html_blocks(const markdown::Tree& tree, markdown::Dialect dialect);

// The same as one text; of CommonMark and GFM with U+FFFD for malformed bytes.
std::string html_fragment(const markdown::Tree& tree, markdown::Dialect dialect);

}  // namespace depeche::writers
