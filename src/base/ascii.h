// ASCII letters, digits and blanks, whatever the locale: the syntax of addresses, HTML, Markdown and YAML is
// defined by them.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace depeche {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
// Space or tab: white space within a line.
constexpr bool is_blank(char c) {
  return c == ' ' || c == '\t';
}
// HTML's white space.
inline constexpr std::string_view kWhiteSpace = " \t\n\r\f";

// `text` without the white space at its ends.
constexpr std::string_view trimmed(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(kWhiteSpace), text.size()));
  return text.substr(0, text.find_last_not_of(kWhiteSpace) + 1);
}

constexpr char to_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Letters beyond ASCII stay as they are.
inline std::string in_lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = to_lower(c);
  return lower;
}

// Whether `word` is one of `words`, which are separated by single spaces.
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
