#include "markdown/kramdown/heading_ids.h"

#include <utility>

#include "base/utf8.h"
#include "markdown/kramdown/characters.h"

namespace depeche::markdown::kramdown {

namespace {

std::string numbered(std::string id, std::unordered_map<std::string, int>& given) {
  const int before = given[id]++;
  if (before > 0) id.append("-").append(std::to_string(before));
  return id;
}

}  // namespace

std::string simple_id(std::string_view source) {
  std::string id;
  for (char c : source) {
    if (id.empty() && !is_ascii_letter(c)) continue;
    if (c == ' ') id += '-';
    if (c == '-' || is_ascii_letter(c) || is_digit(c)) id += to_lower(c);
  }
  return id;
}

std::string HeadingIds::make(std::string_view plain_text) {
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
  return numbered(std::move(id), given_);
}

std::string HeadingIds::make_in_html(std::string_view plain_text) {
  std::string id = simple_id(plain_text);
  return numbered(id.empty() ? "section" : std::move(id), given_in_html_);
}

}  // namespace depeche::markdown::kramdown
