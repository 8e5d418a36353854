#include "markdown/kramdown/heading_ids.h"

#include "base/utf8.h"
#include "markdown/kramdown/characters.h"

namespace depeche::markdown::kramdown {

std::string HeadingIds::make(std::string_view plain_text) {
  const std::string text = lowercase(plain_text);
  std::string id;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode_utf8(text, at);
    if (decoded.code_point == U' ' || decoded.code_point == U'\t') {
      id += '-';
    } else if (decoded.code_point == U'-' || is_word_character(decoded.code_point)) {
      id += std::string_view(text).substr(at, decoded.size);
    }
    at += decoded.size;
  }
  const int before = given_[id]++;
  if (before == 0) return id;
  return id.append("-").append(std::to_string(before));
}

}  // namespace depeche::markdown::kramdown
