// Classes of characters as Ruby's regular expressions know them, since kramdown's rules are written in those.
//
// The functions on char are ASCII's, as Ruby's \s, \w and \d are; those on code points are Unicode's.
#pragma once

#include <string>
#include <string_view>

#include "base/ascii.h"

namespace depeche::markdown::kramdown {

using depeche::is_blank;

// \s
constexpr bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
// \w
constexpr bool is_word(char c) {
  return is_letter(c) || is_digit(c) || c == '_';
}

// [[:alpha:]], [[:alnum:]], \p{Word}
bool is_alphabetic(char32_t code_point);
bool is_alphanumeric(char32_t code_point);
bool is_word_character(char32_t code_point);

// The code point that ends right before `position`, or starts at it; U+0000 at the text's edge.
char32_t code_point_before(std::string_view text, std::size_t position);
char32_t code_point_at(std::string_view text, std::size_t position);

// A name as XML 1.0 has it.
bool is_xml_name(std::string_view text);

std::string lowercase(std::string_view text);  // all of Unicode
void append_lowercase(std::string& text, char32_t code_point);

std::string_view trim(std::string_view text);  // without white space at both ends
std::string_view trim_right(std::string_view text);

}  // namespace depeche::markdown::kramdown
