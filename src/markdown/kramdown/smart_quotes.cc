#include "markdown/kramdown/smart_quotes.h"

#include "base/utf8.h"
#include "markdown/kramdown/characters.h"

namespace depeche::markdown::kramdown {
namespace {

constexpr std::string_view kLeftSingle = "‘", kRightSingle = "’", kLeftDouble = "“", kRightDouble = "”";

char at(std::string_view text, std::size_t position) {
  return position < text.size() ? text[position] : '\0';
}
bool is_quote(char c) {
  return c == '"' || c == '\'';
}
std::string_view left(char quote) {
  return quote == '"' ? kLeftDouble : kLeftSingle;
}
std::string_view right(char quote) {
  return quote == '"' ? kRightDouble : kRightSingle;
}

bool is_punctuation(char c) {
  return (c >= '!' && c <= '/' && c != '&') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}

// Ruby's \B: both sides are words' characters, or neither is.
bool is_inside_or_outside_words(std::string_view text, std::size_t position) {
  const bool before = position > 0 && is_word_character(code_point_before(text, position));
  const bool after = position < text.size() && is_word_character(code_point_at(text, position));
  return before == after;
}

// `'"` or `"'` before a word.
bool is_double_set(std::string_view text, std::size_t position) {
  return is_quote(at(text, position)) && is_quote(at(text, position + 1)) &&
         at(text, position) != at(text, position + 1) && is_word(at(text, position + 2));
}

bool begins_decade(std::string_view text, std::size_t position) {
  return at(text, position) == '\'' && is_digit(at(text, position + 1)) && is_digit(at(text, position + 2)) &&
         at(text, position + 3) == 's';
}

}  // namespace

SmartQuote smart_quote(std::string_view text, std::size_t begin) {
  const char first = at(text, begin);
  const char next = at(text, begin + 1);

  if (is_quote(first)) {
    // Before emphasis that begins.
    if (next == '*' || next == '_') {
      const std::size_t marks = at(text, begin + 2) == '*' || at(text, begin + 2) == '_' ? 2 : 1;
      for (std::size_t size = marks; size > 0; --size) {
        const std::size_t behind = begin + 1 + size;
        if (behind < text.size() && !is_space(text[behind])) return {0, 1, left(first), {}};
      }
    }
    // Before punctuation with nothing of a word behind, but for an ellipsis.
    if (is_punctuation(next) && text.substr(begin + 2, 2) != ".." &&
        is_inside_or_outside_words(text, begin + 2)) {
      return {0, 1, right(first), {}};
    }
  }
  const std::size_t space = is_space(first) ? 1 : 0;
  if (is_double_set(text, begin + space)) {
    const char quote = text[begin + space];
    return {space, 2, left(quote), left(quote == '"' ? '\'' : '"')};
  }
  if (begins_decade(text, begin + space)) return {space, 1, kRightSingle, {}};
  if (space == 1 && is_quote(next) && is_word(at(text, begin + 2))) return {1, 1, left(next), {}};

  // Behind anything that does not open something.
  const std::size_t first_size = decode_utf8(text, begin).size;
  const char second = at(text, begin + first_size);
  const bool opens = first == ' ' || first == '\\' || first == '\t' || first == '\r' || first == '\n' ||
                     first == '[' || first == '{' || first == '(' || first == '-';
  if (is_quote(second) && !opens) return {first_size, 1, right(second), {}};

  if (is_quote(first)) {
    const bool ends_text = begin + 1 >= text.size();
    const bool is_genitive =
        next == 's' && (begin + 2 >= text.size() || !is_word_character(code_point_at(text, begin + 2)));
    if (ends_text || is_space(next) || is_genitive) return {0, 1, right(first), {}};
  }
  if (is_quote(second)) return {first_size, 1, left(second), {}};
  return {0, 1, left(first), {}};
}

}  // namespace depeche::markdown::kramdown
