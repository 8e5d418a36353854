#include "share/carriers.h"

#include "base/ascii.h"
#include "base/utf8.h"

namespace depeche::share {
namespace {

constexpr char32_t kEnDash = 0x2013;
constexpr char32_t kEmDash = 0x2014;

// The value of two hexadecimal digits, or -1.
int hex_pair(std::string_view text, std::size_t offset) {
  if (offset + 1 >= text.size()) return -1;
  const int high = hexadecimal(text[offset]);
  const int low = hexadecimal(text[offset + 1]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

bool is_link_digit(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9') || c == U'-' ||
         c == U'_';
}

// Breaks, quote marks, the '=' at a line's end of quoted-printable (RFC 2045, section 6.7), the '\' of
// Markdown, and characters that nobody sees.
bool is_put_in(char32_t c) {
  return c <= U' ' || c == U'<' || c == U'>' || c == U'=' || c == U'\\' || c == 0xA0 || c == 0xAD ||
         (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) || (c >= 0x2060 && c <= 0x206F) ||
         c == 0x3000 || c == 0xFEFF;
}

// Hyphens of other kinds: of a line that is not to break, a minus sign, wide ones.
bool is_hyphen(char32_t c) {
  return c == 0x2010 || c == 0x2011 || c == 0x2212 || c == 0xFE63 || c == 0xFF0D;
}

bool ends_link(char32_t c) {
  constexpr std::u32string_view kEnds = U"&?/|()[]{}\"'`,;:.!«»“”„‘’‚‹›…";
  return kEnds.find(c) != std::u32string_view::npos;
}

}  // namespace

std::string unescaped(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    result.push_back(text[i]);
    if (text[i] != '%') continue;
    std::size_t pair = i + 1;
    while (hex_pair(text, pair) == '%' && hex_pair(text, pair + 2) >= 0) pair += 2;
    const int byte = hex_pair(text, pair);
    if (byte < 0) continue;
    result.back() = static_cast<char>(byte);
    i = pair + 1;
  }
  return result;
}

bool has_dashes(std::string_view text) {
  return text.find("\u2013") != std::string_view::npos || text.find("\u2014") != std::string_view::npos;
}

std::string as_sent(std::string_view text, Dashes dashes) {
  std::string sent;
  sent.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto [c, size, valid] = decode_utf8(text, i);
    i += size;
    if (is_link_digit(c)) {
      sent.push_back(static_cast<char>(c));
    } else if (is_put_in(c)) {
      continue;
    } else if (c == U'#') {
      sent.push_back(kMark);
    } else if (is_hyphen(c)) {
      sent.push_back('-');
    } else if (c == kEnDash || c == kEmDash) {
      sent.append(c == kEnDash ? dashes.en : dashes.em, '-');
    } else {
      sent.push_back(ends_link(c) ? kEnd : kForeign);
    }
  }
  return sent;
}

}  // namespace depeche::share
