// Which headings a table of contents lists, as kramdown has it.
#pragma once

#include <bitset>

#include "markdown/tree.h"

namespace depeche::markdown {

using HeadingLevels = std::bitset<7>;  // by the level, 1 to 6

// From the last `{::options toc_levels="…" /}` of the tree that kramdown can read: "2,3" or "2..4", without
// blanks. All levels when there is none. Linear in the size of the tree.
HeadingLevels contents_levels(const Tree& tree);

}  // namespace depeche::markdown
