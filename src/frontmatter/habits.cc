#include "frontmatter/habits.h"

#include <algorithm>

#include "frontmatter/extent.h"

namespace depeche::frontmatter {
namespace {

// Recursion is bounded by kMaximumDepth.
void observe(std::string_view bytes, const Value& value, std::optional<int> key_column, Habits& habits) {
  if (value.span.empty()) return;
  char first = bytes[value.span.begin];
  if (value.string() && !habits.quotes) {
    if (first == '"') habits.quotes = ScalarStyle::kDoubleQuoted;
    if (first == '\'') habits.quotes = ScalarStyle::kSingleQuoted;
  }
  if (const auto* items = value.sequence()) {
    if (key_column && first == '-' && !habits.list_indent) {
      habits.list_indent = std::max(0, column_of(bytes, value.span.begin) - *key_column);
    }
    for (const Value& item : *items) observe(bytes, item, std::nullopt, habits);
  }
  if (const auto* entries = value.mapping()) {
    int column = first == '{' ? 0 : column_of(bytes, value.span.begin);
    for (const auto& [key, entry] : *entries) {
      observe(bytes, entry, first == '{' ? std::nullopt : std::optional(column), habits);
    }
  }
}

}  // namespace

Habits habits_of(std::string_view bytes, const Value& root) {
  Habits habits;
  observe(bytes, root, std::nullopt, habits);
  return habits;
}

std::string_view line_ending_of(std::string_view bytes) {
  std::size_t line_feed = bytes.find('\n');
  bool crlf = line_feed != std::string_view::npos && line_feed > 0 && bytes[line_feed - 1] == '\r';
  return crlf ? "\r\n" : "\n";
}

}  // namespace depeche::frontmatter
