// Identifiers of headings, as kramdown's GFM parser makes them.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace depeche::markdown::kramdown {

class HeadingIds {
 public:
  // For a heading of this text: in lower case, word characters of any script and hyphens, spaces made
  // hyphens; a number for one that was given before. Empty for a text of none of those.
  std::string make(std::string_view plain_text);

 private:
  std::unordered_map<std::string, int> given_;
};

}  // namespace depeche::markdown::kramdown
