// ASCII letters and digits, whatever the locale: what the syntax of addresses, HTML and YAML goes by.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace depeche {

constexpr char to_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Letters beyond ASCII stay as they are.
inline std::string in_lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = to_lower(c);
  return lower;
}

// Whether `word` is one of `words`, which are parted by single spaces.
constexpr bool has_word(std::string_view words, std::string_view word) {
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    if (words.substr(begin, end - begin) == word) return true;
    begin = end + 1;
  }
  return false;
}

// The value of a hexadecimal digit, or -1.
constexpr int hexadecimal(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = to_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

}  // namespace depeche
