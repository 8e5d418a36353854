#include "base/json_string.h"

#include "base/utf8.h"

namespace depeche {
namespace {

constexpr bool is_escaped(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\' || c == 0x7F;
}

void append_escape(std::string& json, char c) {
  constexpr std::string_view kHex = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  json += '\\';
  switch (c) {
    case '"':
    case '\\':
      json += c;
      return;
    case '\n':
      json += 'n';
      return;
    case '\r':
      json += 'r';
      return;
    case '\t':
      json += 't';
      return;
    default:
      json += "u00";
      json += kHex[byte >> 4];
      json += kHex[byte & 15];
  }
}

}  // namespace

void append_json_string(std::string& json, std::string_view text) {
  if (!is_valid_utf8(text)) return append_json_string(json, scrub_utf8(text));
  json += '"';
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_escaped(text[at])) continue;
    json += text.substr(copied, at - copied);
    append_escape(json, text[at]);
    copied = at + 1;
  }
  json += text.substr(copied);
  json += '"';
}

}  // namespace depeche
