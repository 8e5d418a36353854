#include "markdown/kramdown/heading_ids.h"

#include <utility>

#include "base/utf8.h"
#include "markdown/kramdown/characters.h"

namespace depeche::markdown::kramdown {

std::string simple_id(std::string_view source) {
  std::string id;
  for (char c : source) {
    if (id.empty() && !is_letter(c)) continue;
    if (c == ' ') id += '-';
    if (c == '-' || is_letter(c) || is_digit(c)) id += to_lower(c);
  }
  return id;
}

std::string heading_id(std::string_view plain_text) {
  std::string id;
  id.reserve(plain_text.size());
  for (std::size_t at = 0; at < plain_text.size();) {
    const Decoded decoded = decode_utf8(plain_text, at);
    if (decoded.code_point == U' ' || decoded.code_point == U'\t') {
      id += '-';
    } else if (decoded.code_point == U'-' || is_word_character(decoded.code_point)) {
      append_lowercase(id, decoded.code_point);
    }
    at += decoded.size;
  }
  return id;
}

std::string heading_id_in_html(std::string_view plain_text) {
  std::string id = simple_id(plain_text);
  return id.empty() ? "section" : id;
}

std::string HeadingIds::give(std::string id, bool in_html) {
  const int before = (in_html ? given_in_html_ : given_)[id]++;
  if (before > 0) id.append("-").append(std::to_string(before));
  return id;
}

}  // namespace depeche::markdown::kramdown
