// Makes straight quotes typographic, by kramdown's rules (which are those of SmartyPants).
#pragma once

#include <string_view>

namespace depeche::markdown::kramdown {

struct SmartQuote {
  std::size_t before = 0;  // bytes of text before the quote
  std::size_t quotes = 1;  // 1, or 2 for a double and a single one together
  std::string_view first;  // what they become with the default options
  std::string_view second;
};

// The rule for `text` from `at` on, which begins with a quote or with one character and a quote.
SmartQuote smart_quote(std::string_view text, std::size_t at);

}  // namespace depeche::markdown::kramdown
