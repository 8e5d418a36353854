#include "writers/html_escape.h"

#include <array>

namespace depeche::writers {
namespace {

// Which reference stands for a byte, empty for those that stand for themselves.
constexpr std::array<std::string_view, 256> references(bool with_quotes) {
  std::array<std::string_view, 256> table{};
  table['&'] = "&amp;";
  table['<'] = "&lt;";
  table['>'] = "&gt;";
  if (with_quotes) table['"'] = "&quot;";
  return table;
}

constexpr auto kText = references(false);
constexpr auto kAttribute = references(true);

void append_escaped(std::string& html, std::string_view text,
                    const std::array<std::string_view, 256>& table) {
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view reference = table[static_cast<unsigned char>(text[at])];
    if (reference.empty()) continue;
    html.append(text, copied, at - copied);
    html += reference;
    copied = at + 1;
  }
  html.append(text, copied, text.npos);
}

}  // namespace

void append_html_text(std::string& html, std::string_view text) {
  append_escaped(html, text, kText);
}
void append_html_attribute(std::string& html, std::string_view value) {
  append_escaped(html, value, kAttribute);
}

}  // namespace depeche::writers
