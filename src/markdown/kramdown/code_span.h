// Code spans: text from a run of backticks to the next run of at least as many.
#pragma once

#include <string_view>

#include "markdown/kramdown/passage.h"

namespace depeche::markdown::kramdown {

class CodeSpanScanner {
 public:
  // Of `text` from `begin` on.
  explicit CodeSpanScanner(std::string_view text, PassageOffset begin) : text_(text), begin_(begin) {}

  struct Found {
    bool is_code;   // false: the backticks up to `end` are text
    Range content;  // without the one space at either side that longer runs allow
    PassageOffset end;
  };
  // What the backticks at `at` begin.
  Found scan(PassageOffset at);

 private:
  std::string_view text_;
  PassageOffset begin_;
  // No run of at least unclosed_size_ backticks follows one that begins at unclosed_from_ or later.
  std::uint32_t unclosed_size_ = 0xFFFFFFFF;
  PassageOffset unclosed_from_;
};

}  // namespace depeche::markdown::kramdown
