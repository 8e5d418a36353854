// Identifiers of headings, as kramdown's GFM parser makes them.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace depeche::markdown::kramdown {

// ASCII letters in lower case, digits and hyphens, from the first letter on; spaces made hyphens.
std::string simple_id(std::string_view source);

class HeadingIds {
 public:
  // For a heading of this text: in lower case, word characters of any script and hyphens, spaces made
  // hyphens; a number for one that was given before. Empty for a text of none of those.
  std::string make(std::string_view plain_text);

  // For a heading inside an HTML element, of which kramdown itself makes the identifier: a simple_id(),
  // "section" if that is empty.
  std::string make_in_html(std::string_view plain_text);

 private:
  std::unordered_map<std::string, int> given_, given_in_html_;
};

}  // namespace depeche::markdown::kramdown
