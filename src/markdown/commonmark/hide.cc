#include "markdown/commonmark/hide.h"

#include <algorithm>
#include <string_view>

#include "base/ascii.h"

namespace depeche::markdown::commonmark {
namespace {

constexpr char kHidden = 'x';

bool is_bullet(char c) {
  return c == '-' || c == '+' || c == '*';
}

// A line of one mark and blanks is a thematic break, however long.
bool is_thematic_break(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t>");
  if (first == std::string_view::npos) return false;
  const char mark = line[first];
  return (mark == '-' || mark == '*') &&
         std::ranges::all_of(line.substr(first), [&](char c) { return c == mark || is_blank(c); });
}

// The offset past a number and its '.' or ')', or `at`.
std::size_t skip_number(std::string_view line, std::size_t at) {
  std::size_t end = at;
  while (end < line.size() && is_digit(line[end])) ++end;
  return end > at && end < line.size() && (line[end] == '.' || line[end] == ')') ? end + 1 : at;
}

void hide_deep_lists_of_line(std::string& input, std::size_t begin, std::size_t end) {
  const std::string_view line = std::string_view(input).substr(begin, end - begin);
  if (is_thematic_break(line)) return;
  std::size_t column = 0;  // at most, each tab taken for four
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t after_mark = is_bullet(line[at]) ? at + 1 : skip_number(line, at);
    const bool is_mark = after_mark > at && (after_mark == line.size() || is_blank(line[after_mark]));
    if (is_mark && column >= kLastListColumn) {
      input[begin + at] = kHidden;
      return;
    }
    if (!is_mark && !is_blank(line[at]) && line[at] != '>') return;
    const std::size_t next = std::max(at + 1, after_mark);
    column += line[at] == '\t' ? 4 : next - at;
    at = next;
  }
}

}  // namespace

void hide_deep_lists(std::string& input) {
  for (std::size_t begin = 0; begin < input.size();) {
    const std::size_t end = std::min(input.find_first_of("\r\n", begin), input.size());
    if (end - begin > kLastListColumn / 4) hide_deep_lists_of_line(input, begin, end);
    begin = end + 1;
  }
}

void hide_definitions(std::string& input) {
  for (std::size_t at = input.find("]:"); at != std::string::npos; at = input.find("]:", at + 2))
    input[at + 1] = kHidden;
}

void hide_rows(std::string& input, const std::vector<Offset>& rows) {
  for (const Offset row : rows) input[row] = kHidden;
}

}  // namespace depeche::markdown::commonmark
