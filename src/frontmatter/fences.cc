// Jekyll's fences, /\A(---\s*\n.*?\n?)^((---|\.\.\.)\s*$\n?)/m after an optional byte order mark, without a
// regular expression.
//
// What the expression means, where it surprises: `\s*` runs over line ends, so both fences swallow the blank
// lines after them; lines end at LF only; a fence of three dots closes but does not open.
#include "frontmatter/fences.h"

#include <algorithm>

namespace depeche::frontmatter {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kSpaces = " \t\r\n\f\v";  // Ruby's \s
constexpr std::size_t kFenceSize = 3;

std::size_t skip_spaces(std::string_view bytes, std::size_t offset) {
  return std::min(bytes.find_first_not_of(kSpaces, offset), bytes.size());
}

// One past the last line feed of [begin, end), or `begin` when there is none.
std::size_t after_last_line_feed(std::string_view bytes, std::size_t begin, std::size_t end) {
  std::size_t line_feed = bytes.substr(begin, end - begin).rfind('\n');
  return line_feed == std::string_view::npos ? begin : begin + line_feed + 1;
}

// The end of the closing fence at `offset`, with what `\s*$\n?` takes along, or npos when it is none.
std::size_t end_of_closing_fence(std::string_view bytes, std::size_t offset) {
  std::string_view fence = bytes.substr(offset, kFenceSize);
  if (fence != "---" && fence != "...") return std::string_view::npos;
  std::size_t begin = offset + kFenceSize;
  std::size_t end = skip_spaces(bytes, begin);
  if (end == bytes.size()) return end;
  std::size_t after_line = after_last_line_feed(bytes, begin, end);
  return after_line == begin ? std::string_view::npos : after_line;
}

Span make_span(std::size_t begin, std::size_t end) {
  return {static_cast<Offset>(begin), static_cast<Offset>(end)};
}

}  // namespace

Fences find_fences(std::string_view bytes) {
  std::size_t begin = bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  Fences none{false, make_span(begin, begin), make_span(begin, begin), make_span(begin, bytes.size())};
  if (bytes.substr(begin, kFenceSize) != "---") return none;

  std::size_t after_fence = begin + kFenceSize;
  std::size_t first_text = skip_spaces(bytes, after_fence);
  std::size_t line = after_last_line_feed(bytes, after_fence, first_text);
  if (line == after_fence) return none;
  std::size_t yaml_begin = bytes.find('\n', after_fence) + 1;

  while (line < bytes.size()) {
    std::size_t end = end_of_closing_fence(bytes, line);
    if (end != std::string_view::npos) {
      return {true, make_span(begin, end), make_span(yaml_begin, line), make_span(end, bytes.size())};
    }
    std::size_t line_feed = bytes.find('\n', line);
    if (line_feed == std::string_view::npos) break;
    line = line_feed + 1;
  }
  return none;
}

}  // namespace depeche::frontmatter
