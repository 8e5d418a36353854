// Identifiers of headings, as kramdown's GFM parser makes them.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace depeche::markdown::kramdown {

// ASCII letters in lower case, digits and hyphens, from the first letter on; spaces become hyphens.
std::string simple_id(std::string_view source);

// For a heading of this text: word characters of any script, in lower case, and hyphens; spaces and tabs become
// hyphens. Empty for a text without any of those.
std::string heading_id(std::string_view plain_text);

// For a heading inside an HTML element, of which kramdown itself makes the identifier: a simple_id(),
// "section" if that is empty.
std::string heading_id_in_html(std::string_view plain_text);

// Numbers the identifiers that come more than once.
class HeadingIds {
 public:
  // The identifier, with a number if it was given before. Those inside HTML elements are counted apart.
  std::string give(std::string id, bool in_html);

 private:
  std::unordered_map<std::string, int> given_, given_in_html_;
};

}  // namespace depeche::markdown::kramdown
