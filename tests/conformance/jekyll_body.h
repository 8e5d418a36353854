// Where Jekyll finds the body of a document, for tests that know nothing of front matter.
#pragma once

#include <string_view>

#include "base/span.h"

namespace depeche::tests {

// Behind /\A(---\s*\n.*?\n?)^((---|\.\.\.)\s*$\n?)/m and an optional byte order mark.
inline Span jekyll_body(std::string_view text) {
  const auto span_from = [&](std::size_t begin) {
    return Span{static_cast<Offset>(begin), static_cast<Offset>(text.size())};
  };
  const auto line_is = [&](std::size_t begin, std::string_view fence) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    return text.substr(begin, 3) == fence && text.find_first_not_of(" \t\r", begin + 3) >= end;
  };
  const std::size_t begin = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  if (!line_is(begin, "---")) return span_from(begin);
  for (std::size_t line = text.find('\n', begin); line != text.npos; line = text.find('\n', line)) {
    ++line;
    if (!line_is(line, "---") && !line_is(line, "...")) continue;
    // The blank lines behind belong to the fence.
    std::size_t end = std::min(text.find_first_not_of(" \t\r\n\v\f", line + 3), text.size());
    while (end > line && end < text.size() && text[end - 1] != '\n') --end;
    return span_from(end);
  }
  return span_from(begin);
}

}  // namespace depeche::tests
