#include "base/encoding.h"

#include <array>

#include "base/utf8.h"

namespace depeche {
namespace {

// From 0x80 to 0x9F. The rest is as in Unicode.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

bool is_high_surrogate(char32_t unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}

bool is_low_surrogate(char32_t unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

}  // namespace

char32_t windows_1252_character(unsigned char byte) {
  return byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80U] : byte;
}

std::string with_windows_1252(std::string_view bytes) {
  std::string text;
  for (std::size_t i = 0; i < bytes.size();) {
    const Decoded decoded = decode_utf8(bytes, i);
    if (decoded.valid) {
      text += bytes.substr(i, decoded.size);
    } else {
      const char32_t character = windows_1252_character(static_cast<unsigned char>(bytes[i]));
      append_utf8(text, character != 0 ? character : kReplacementCharacter);
    }
    i += decoded.size;
  }
  return text;
}

std::optional<std::string> text_of_utf16(std::string_view bytes) {
  const bool little = bytes.starts_with("\xFF\xFE");
  if ((!little && !bytes.starts_with("\xFE\xFF")) || bytes.size() % 2 != 0) return std::nullopt;
  const auto unit_at = [&](std::size_t i) -> char32_t {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    return little ? static_cast<char32_t>(second << 8 | first) : static_cast<char32_t>(first << 8 | second);
  };
  std::string text;
  text.reserve(bytes.size() / 2);
  for (std::size_t i = 2; i < bytes.size(); i += 2) {
    char32_t character = unit_at(i);
    if (character == 0 || is_low_surrogate(character)) return std::nullopt;
    if (is_high_surrogate(character)) {
      i += 2;
      if (i == bytes.size() || !is_low_surrogate(unit_at(i))) return std::nullopt;
      character = 0x10000 + ((character - 0xD800) << 10) + (unit_at(i) - 0xDC00);
    }
    append_utf8(text, character);
  }
  return text;
}

}  // namespace depeche
