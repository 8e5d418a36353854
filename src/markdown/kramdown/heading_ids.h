// Identifiers of headings, as kramdown's GFM parser makes them.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace depeche::markdown::kramdown {

// ASCII letters in lower case, digits and hyphens, from the first letter on; spaces made hyphens.
std::string simple_id(std::string_view source);

// For a heading of this text: in lower case, word characters of any script and hyphens, spaces made hyphens.
// Empty for a text of none of those.
std::string heading_id(std::string_view plain_text);

// For a heading inside an HTML element, of which kramdown itself makes the identifier: a simple_id(),
// "section" if that is empty.
std::string heading_id_in_html(std::string_view plain_text);

// Numbers the identifiers that come more than once.
class HeadingIds {
 public:
  // The identifier, with a number if it was given before. Those inside HTML elements are counted by
  // themselves.
  std::string give(std::string id, bool in_html);

 private:
  std::unordered_map<std::string, int> given_, given_in_html_;
};

}  // namespace depeche::markdown::kramdown
