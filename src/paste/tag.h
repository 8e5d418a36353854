// Attributes of a start tag.
#pragma once

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <string_view>

#include "html/tokenizer.h"

namespace depeche::paste {

// The value of the first attribute of that name; empty if there is none.
inline std::string_view attribute(const html::Token& tag, std::string_view name) {
  const auto found = std::ranges::find(tag.attributes, name, &html::Attribute::name);
  return found == tag.attributes.end() ? std::string_view() : std::string_view(found->value);
}

inline bool has_attribute(const html::Token& tag, std::string_view name) {
  return std::ranges::find(tag.attributes, name, &html::Attribute::name) != tag.attributes.end();
}

// The decimal number that `text`, the value of an attribute, begins with; `otherwise` if there is none, or it is
// over 100 000.
inline std::uint32_t number_of(std::string_view text, std::uint32_t otherwise) {
  constexpr std::uint32_t kMax = 100'000;
  std::uint32_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ec == std::errc() && number <= kMax ? number : otherwise;
}

// Calls `use` with each word of a list of words, such as the value of the attribute "class".
template <typename Use>
void for_each_word(std::string_view words, Use use) {
  constexpr std::string_view kBlanks = " \t\n\f";
  while (true) {
    words.remove_prefix(std::min(words.find_first_not_of(kBlanks), words.size()));
    if (words.empty()) return;
    const std::size_t end = std::min(words.find_first_of(kBlanks), words.size());
    use(words.substr(0, end));
    words.remove_prefix(end);
  }
}

}  // namespace depeche::paste
