// The HTML that kramdown's converter makes, with Jekyll's options.
#pragma once

#include <string>

#include "markdown/tree.h"

namespace depeche::writers {

std::string html_kramdown(const markdown::Tree& tree);

}  // namespace depeche::writers
