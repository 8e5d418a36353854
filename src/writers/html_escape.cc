#include "writers/html_escape.h"

namespace depeche::writers {
namespace {

void append_escaped(std::string& html, std::string_view text, std::string_view special) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = text.find_first_of(special, at);
    html += text.substr(at, next - at);
    if (next == text.npos) return;
    switch (text[next]) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      default:
        html += "&quot;";
        break;
    }
    at = next + 1;
  }
}

}  // namespace

void append_html_text(std::string& html, std::string_view text) {
  append_escaped(html, text, "&<>");
}
void append_html_attribute(std::string& html, std::string_view value) {
  append_escaped(html, value, "&<>\"");
}

}  // namespace depeche::writers
