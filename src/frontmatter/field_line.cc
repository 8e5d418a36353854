#include "frontmatter/field_line.h"

#include <algorithm>

#include "frontmatter/extent.h"

namespace depeche::frontmatter {
namespace {

Offset start_of_line(std::string_view bytes, Offset offset) {
  return offset - static_cast<Offset>(column_of(bytes, offset));
}

Span trimmed(std::string_view bytes, Span span) {
  while (!span.empty() && is_blank(bytes[span.begin])) ++span.begin;
  while (!span.empty() && is_blank(bytes[span.end - 1])) --span.end;
  return span;
}

bool starts_field(std::string_view bytes, Offset line) {
  char first = bytes[line];
  return !is_blank(first) && !is_break(first) && first != '#' && first != '-';
}

}  // namespace

std::optional<FieldLine> read_field_line(std::string_view bytes, Offset offset) {
  Span line = trimmed(bytes, {start_of_line(bytes, offset), end_of_line(bytes, offset)});
  while (line.size() >= 2 && bytes[line.begin] == '-' && is_blank(bytes[line.begin + 1])) {
    ++line.begin;
    line = trimmed(bytes, line);
  }
  for (Offset at = line.begin + 1; at < line.end; ++at) {
    if (bytes[at] != ':' || (at + 1 < line.end && !is_blank(bytes[at + 1]))) continue;
    return FieldLine{trimmed(bytes, {line.begin, at}), trimmed(bytes, {at + 1, line.end})};
  }
  return std::nullopt;
}

std::optional<Span> lines_of_field(std::string_view bytes, Span yaml, Offset offset) {
  if (yaml.empty()) return std::nullopt;
  Offset begin = start_of_line(bytes, std::clamp(offset, yaml.begin, yaml.end - 1));
  while (begin > yaml.begin && !starts_field(bytes, begin)) begin = start_of_line(bytes, begin - 1);
  begin = std::max(begin, yaml.begin);
  if (!starts_field(bytes, begin)) return std::nullopt;
  Offset end = next_line(bytes, begin);
  while (end < yaml.end && !starts_field(bytes, end)) end = next_line(bytes, end);
  return Span{begin, std::min(end, yaml.end)};
}

}  // namespace depeche::frontmatter
