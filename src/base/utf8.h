// UTF-8 as The Unicode Standard, section 3.9, table 3-7 has it: no overlong forms, no surrogates, nothing
// past U+10FFFF.
//
// Text from outside is hostile until parsed. Nothing here throws; malformed bytes decode to U+FFFD one byte
// at a time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/span.h"

namespace depeche {

inline constexpr char32_t kReplacementCharacter = U'\uFFFD';

struct Decoded {
  char32_t code_point = 0;
  std::uint32_t size = 0;  // bytes read, at least 1
  bool valid = true;       // false: code_point is U+FFFD and size 1
};

// The code point at `offset`, which lies inside `text`; the second where it is not ASCII.
Decoded decode_utf8(std::string_view text, std::size_t offset);
Decoded decode_utf8_sequence(std::string_view text, std::size_t offset);

// Appends one code point (a surrogate or one past U+10FFFF becomes U+FFFD).
void append_utf8(std::string& text, char32_t code_point);

// Whether every byte belongs to a well-formed sequence, and the offset of the first that does not
// (text.size() if none).
bool is_valid_utf8(std::string_view text);
std::size_t first_invalid_utf8(std::string_view text);

// The text with each malformed byte replaced by U+FFFD, as Ruby's String#scrub and browsers do it by maximal
// subpart.
std::string scrub_utf8(std::string_view text);

// The next or previous boundary between code points, within [0, text.size()].
std::size_t next_code_point(std::string_view text, std::size_t offset);
std::size_t previous_code_point(std::string_view text, std::size_t offset);

// True when `offset` is not in the middle of a well-formed sequence.
bool is_code_point_boundary(std::string_view text, std::size_t offset);

// Code points and UTF-16 units in `text`.
std::size_t count_code_points(std::string_view text);
Utf16Offset to_utf16(std::string_view text, Offset offset);
Offset from_utf16(std::string_view text, Utf16Offset offset);

inline Decoded decode_utf8(std::string_view text, std::size_t offset) {
  const auto byte = static_cast<unsigned char>(text[offset]);
  return byte < 0x80 ? Decoded{byte, 1, true} : decode_utf8_sequence(text, offset);
}

}  // namespace depeche
