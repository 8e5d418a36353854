// Where the front matter of a document is, exactly as Jekyll finds it.
#pragma once

#include <string_view>

#include "base/span.h"

namespace depeche::frontmatter {

struct Fences {
  bool present = false;
  Span span;  // from the first fence to the end of the last, with the blank lines after it, as Jekyll counts
  Span yaml;  // the lines between the fences
  Span body;  // all that follows; without front matter, all but a byte order mark
};

// Linear in the size of `bytes`.
Fences find_fences(std::string_view bytes);

}  // namespace depeche::frontmatter
