#include "frontmatter/writing_style.h"

#include <algorithm>

#include "frontmatter/extent.h"

namespace depeche::frontmatter {
namespace {

// Recursion is bounded by kMaximumDepth.
void observe(std::string_view bytes, const Value& value, std::optional<int> key_column, WritingStyle& style) {
  if (value.span.empty()) return;
  char first = bytes[value.span.begin];
  if (value.string() && !style.quotes) {
    if (first == '"') style.quotes = ScalarStyle::kDoubleQuoted;
    if (first == '\'') style.quotes = ScalarStyle::kSingleQuoted;
  }
  if (const auto* items = value.sequence()) {
    if (key_column && first == '-' && !style.list_indent) {
      style.list_indent = std::max(0, column_of(bytes, value.span.begin) - *key_column);
    }
    for (const Value& item : *items) observe(bytes, item, std::nullopt, style);
  }
  if (const auto* entries = value.mapping()) {
    int column = first == '{' ? 0 : column_of(bytes, value.span.begin);
    for (const auto& [key, entry] : *entries) {
      observe(bytes, entry, first == '{' ? std::nullopt : std::optional(column), style);
    }
  }
}

}  // namespace

WritingStyle writing_style_of(std::string_view bytes, const Value& root) {
  WritingStyle style;
  observe(bytes, root, std::nullopt, style);
  return style;
}

std::string_view line_ending_of(std::string_view bytes) {
  std::size_t line_feed = bytes.find('\n');
  bool crlf = line_feed != std::string_view::npos && line_feed > 0 && bytes[line_feed - 1] == '\r';
  return crlf ? "\r\n" : "\n";
}

}  // namespace depeche::frontmatter
