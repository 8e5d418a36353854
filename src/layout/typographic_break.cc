#include "layout/typographic_break.h"

namespace depeche::layout {
namespace {

bool is_one_of(char32_t code_point, std::u32string_view set) {
  return set.find(code_point) != std::u32string_view::npos;
}

bool is_digit(char32_t code_point) {
  return code_point >= U'0' && code_point <= U'9';
}

// Whether the line must not end after the space between `before` and `after`.
bool keeps_space(char32_t before, char32_t after) {
  if (before == U'«' || before == U'‹') return true;
  if (is_one_of(after, U"»›!?;:")) return before != U' ';
  return is_digit(before) && is_one_of(after, U"%‰€");
}

void keep_french_spaces(std::u32string_view text, std::vector<LineBreak>& breaks) {
  for (std::size_t i = 2; i < text.size(); ++i) {
    if (text[i - 1] != U' ' || breaks[i] != LineBreak::kAllowed) continue;
    if (keeps_space(text[i - 2], text[i])) breaks[i] = LineBreak::kProhibited;
  }
}

bool is_address(std::u32string_view word) {
  return word.find(U"://") != std::u32string_view::npos || word.starts_with(U'/') ||
         word.starts_with(U"www.");
}

// `breaks` are those of the word.
void break_address(std::u32string_view word, LineBreak* breaks) {
  for (std::size_t i = 1; i < word.size(); ++i) {
    const bool separated = is_one_of(word[i - 1], U"/?&=#_") && !is_one_of(word[i], U"/?&=#_.,;:!)»]>");
    const bool after_scheme = i >= 3 && word.substr(i - 3, 3) == U"://";
    if (after_scheme || i == 1)
      breaks[i] = LineBreak::kProhibited;
    else if (separated && breaks[i] == LineBreak::kProhibited)
      breaks[i] = LineBreak::kAllowed;
  }
}

void break_addresses(std::u32string_view text, std::vector<LineBreak>& breaks) {
  for (std::size_t start = text.find(U'/'); start != std::u32string_view::npos;
       start = text.find(U'/', start)) {
    const std::size_t space = text.find_last_of(U" \n\t", start);
    const std::size_t begin = space == std::u32string_view::npos ? 0 : space + 1;
    const std::size_t end = std::min(text.find_first_of(U" \n\t", start), text.size());
    const std::u32string_view word = text.substr(begin, end - begin);
    if (is_address(word)) break_address(word, &breaks[begin]);
    start = end;
  }
}

}  // namespace

std::vector<LineBreak> typographic_breaks(std::u32string_view text) {
  std::vector<LineBreak> breaks = line_breaks(text);
  keep_french_spaces(text, breaks);
  break_addresses(text, breaks);
  return breaks;
}

}  // namespace depeche::layout
