#include "writers/html_escape.h"

#include "base/byte_set.h"

namespace depeche::writers {
namespace {

constexpr ByteSet kInText("&<>");
constexpr ByteSet kInAttribute("&<>\"");

std::string_view reference(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    default:
      return "&quot;";
  }
}

void append_escaped(std::string& html, std::string_view text, const ByteSet& escaped) {
  std::size_t at = 0;
  for (;;) {
    const std::size_t next = escaped.next_in(text, at);
    html.append(text, at, next - at);
    if (next == text.size()) return;
    html += reference(text[next]);
    at = next + 1;
  }
}

}  // namespace

void append_html_text(std::string& html, std::string_view text) {
  append_escaped(html, text, kInText);
}
void append_html_attribute(std::string& html, std::string_view value) {
  append_escaped(html, value, kInAttribute);
}

}  // namespace depeche::writers
