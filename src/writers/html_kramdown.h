// The HTML that kramdown's converter makes, with Jekyll's options.
#pragma once

#include "writers/html_blocks.h"

namespace depeche::writers {

HtmlBlocks html_kramdown(const markdown::Tree& tree);

}  // namespace depeche::writers
