#include "frontmatter/source.h"

#include "base/utf8.h"

namespace depeche::frontmatter {
namespace {

constexpr char kNoTextFirst = '\xFF';
constexpr char kNoTextRest = '\xFE';
constexpr char kQuestion = '\xFD';

// After these, and blanks, a question mark may mark a key.
constexpr std::string_view kBeforeToken = "\r\n[{,-:?";

// What libyaml takes as text.
bool is_allowed(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0x7E) || c == 0x85 ||
         (c >= 0xA0 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
}

bool ends_line(std::string_view bytes, std::size_t offset) {
  std::size_t next = bytes.find_first_not_of(" \t", offset);
  return next == std::string_view::npos || bytes[next] == '\n' || bytes[next] == '\r';
}

}  // namespace

std::size_t line_separator_at(std::string_view bytes, std::size_t offset) {
  if (bytes.substr(offset, 2) == "\xC2\x85") return 2;
  std::string_view three = bytes.substr(offset, 3);
  return three == "\xE2\x80\xA8" || three == "\xE2\x80\xA9" ? 3 : 0;
}

PreparedSource prepare_source(std::string_view bytes, Offset begin) {
  PreparedSource result{std::string(bytes), std::nullopt};
  std::string& out = result.bytes;
  char last = '\n';  // the last byte that is no blank
  for (std::size_t at = begin; at < bytes.size();) {
    char byte = bytes[at];
    if (byte == '\r' && bytes.substr(at + 1, 1) != "\n") out[at] = '\n';
    if (byte == '?' && kBeforeToken.find(last) == std::string_view::npos) out[at] = kQuestion;
    if (byte != ' ' && byte != '\t') last = byte;
    if (byte >= ' ' && byte <= '~') {
      ++at;
      continue;
    }

    Decoded decoded = decode_utf8(bytes, at);
    if (!decoded.valid || !is_allowed(decoded.code_point)) {
      if (decoded.valid && !result.forbidden) result.forbidden = static_cast<Offset>(at);
      out[at] = kNoTextFirst;
      for (std::size_t i = 1; i < decoded.size; ++i) out[at + i] = kNoTextRest;
    } else if (std::size_t size = line_separator_at(bytes, at); size > 0 && ends_line(bytes, at + size)) {
      out.replace(at, size, size, ' ');
    }
    at += decoded.size;
  }
  return result;
}

std::string restore_text(std::string_view text) {
  if (is_valid_utf8(text)) return std::string(text);  // nothing in it was replaced
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    Decoded decoded = decode_utf8(text, at);
    if (decoded.valid) {
      result.append(text, at, decoded.size);
    } else if (text[at] == '\xA0' || text[at] == '\x85') {
      append_utf8(result, static_cast<unsigned char>(text[at]));
    } else if (text[at] == kQuestion) {
      result.push_back('?');
    } else if (text[at] != kNoTextRest) {
      append_utf8(result, kReplacementCharacter);
    }
    at += decoded.size;
  }
  return result;
}

}  // namespace depeche::frontmatter
