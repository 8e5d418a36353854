// A tree as an HTML fragment, faithful: raw HTML is kept. writers/html.h has the safe mode.
#pragma once

#include <string>

#include "markdown/tree.h"

namespace depeche::writers {

// UTF-8, as the dialect's own renderer writes it.
std::string html_fragment(const markdown::Tree& tree, markdown::Dialect dialect);

}  // namespace depeche::writers
