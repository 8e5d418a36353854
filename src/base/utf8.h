// UTF-8 as defined in The Unicode Standard, section 3.9, table 3-7: no overlong forms, no surrogates, nothing
// past U+10FFFF.
//
// Text from outside may be anything. Nothing here throws, and each malformed byte decodes to U+FFFD.
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

// The code point at `offset`, which must be less than text.size(). decode_utf8_sequence() is the slow path of
// decode_utf8(), for a byte that is not ASCII.
Decoded decode_utf8(std::string_view text, std::size_t offset);
Decoded decode_utf8_sequence(std::string_view text, std::size_t offset);

// Appends one code point; U+FFFD for a surrogate or a number past U+10FFFF.
void append_utf8(std::string& text, char32_t code_point);

// Whether every byte belongs to a well-formed sequence; the offset of the first that does not (text.size() if
// all do).
bool is_valid_utf8(std::string_view text);
std::size_t first_invalid_utf8(std::string_view text);

// The text with U+FFFD for each maximal subpart of an ill-formed sequence (The Unicode Standard, 3.9), as in
// Ruby's String#scrub and in browsers: one for a sequence that is cut short, not one for each of its bytes.
std::string scrub_utf8(std::string_view text);

// The next or previous boundary between code points, within [0, text.size()]. A malformed byte counts as a code
// point.
std::size_t next_code_point(std::string_view text, std::size_t offset);
std::size_t previous_code_point(std::string_view text, std::size_t offset);

// True when `offset` is not in the middle of a well-formed sequence.
bool is_code_point_boundary(std::string_view text, std::size_t offset);

// The number of code points in `text`, malformed bytes included.
std::size_t count_code_points(std::string_view text);
// An offset in bytes as one in UTF-16 units, and back. One inside a character is taken for the character's
// end, one past the text for the end of the text.
Utf16Offset to_utf16(std::string_view text, Offset offset);
Offset from_utf16(std::string_view text, Utf16Offset offset);

inline Decoded decode_utf8(std::string_view text, std::size_t offset) {
  const auto byte = static_cast<unsigned char>(text[offset]);
  return byte < 0x80 ? Decoded{byte, 1, true} : decode_utf8_sequence(text, offset);
}

}  // namespace depeche
