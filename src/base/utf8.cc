#include "base/utf8.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace depeche {
namespace {

unsigned byte_at(std::string_view text, std::size_t offset) {
  return static_cast<unsigned char>(text[offset]);
}

bool is_continuation(unsigned byte) {
  return (byte & 0xC0U) == 0x80U;
}

// Length of the longest prefix at `offset` that could begin a well-formed sequence; at least 1.
std::size_t maximal_subpart(std::string_view text, std::size_t offset) {
  const unsigned lead = byte_at(text, offset);
  std::size_t length = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1;
  unsigned low = 0x80;
  unsigned high = 0xBF;
  if (lead == 0xE0) low = 0xA0;
  if (lead == 0xED) high = 0x9F;
  if (lead == 0xF0) low = 0x90;
  if (lead == 0xF4) high = 0x8F;
  for (std::size_t i = 1; i < length; ++i) {
    if (offset + i >= text.size()) return i;
    const unsigned byte = byte_at(text, offset + i);
    if (byte < low || byte > high) return i;
    low = 0x80;
    high = 0xBF;
  }
  return length;
}

// The end of the run of ASCII at `offset`: most of any text, so eight bytes at a time.
std::size_t skip_ascii(std::string_view text, std::size_t offset) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  std::uint64_t eight = 0;
  while (offset + sizeof eight <= text.size()) {
    std::memcpy(&eight, text.data() + offset, sizeof eight);
    const std::uint64_t high = eight & kHighBits;
    // The first byte in memory is the lowest, so its place is known at once.
    if (high != 0 && std::endian::native == std::endian::little)
      return offset + static_cast<std::size_t>(std::countr_zero(high)) / 8;
    if (high != 0) break;
    offset += sizeof eight;
  }
  while (offset < text.size() && byte_at(text, offset) < 0x80) ++offset;
  return offset;
}

}  // namespace

Decoded decode_utf8_sequence(std::string_view text, std::size_t offset) {
  const unsigned lead = byte_at(text, offset);
  const std::size_t length = maximal_subpart(text, offset);
  const std::size_t wanted = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  if (length != wanted) return {kReplacementCharacter, 1, false};
  char32_t code_point = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i)
    code_point = (code_point << 6) | (byte_at(text, offset + i) & 0x3FU);
  return {code_point, static_cast<std::uint32_t>(length), true};
}

void append_utf8(std::string& text, char32_t code_point) {
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF))
    code_point = kReplacementCharacter;
  auto push = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) {
    push(code_point);
  } else if (code_point < 0x800) {
    push(0xC0 | (code_point >> 6));
    push(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    push(0xE0 | (code_point >> 12));
    push(0x80 | ((code_point >> 6) & 0x3F));
    push(0x80 | (code_point & 0x3F));
  } else {
    push(0xF0 | (code_point >> 18));
    push(0x80 | ((code_point >> 12) & 0x3F));
    push(0x80 | ((code_point >> 6) & 0x3F));
    push(0x80 | (code_point & 0x3F));
  }
}

std::size_t first_invalid_utf8(std::string_view text) {
  for (std::size_t offset = skip_ascii(text, 0); offset < text.size(); offset = skip_ascii(text, offset)) {
    const Decoded decoded = decode_utf8(text, offset);
    if (!decoded.valid) return offset;
    offset += decoded.size;
  }
  return text.size();
}

bool is_valid_utf8(std::string_view text) {
  return first_invalid_utf8(text) == text.size();
}

std::string scrub_utf8(std::string_view text) {
  std::string scrubbed;
  scrubbed.reserve(text.size());
  std::size_t offset = 0;
  while (offset < text.size()) {
    const Decoded decoded = decode_utf8(text, offset);
    if (decoded.valid) {
      scrubbed.append(text.substr(offset, decoded.size));
      offset += decoded.size;
    } else {
      append_utf8(scrubbed, kReplacementCharacter);
      offset += maximal_subpart(text, offset);
    }
  }
  return scrubbed;
}

std::size_t next_code_point(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return text.size();
  return offset + decode_utf8(text, offset).size;
}

std::size_t previous_code_point(std::string_view text, std::size_t offset) {
  if (offset == 0) return 0;
  offset = std::min(offset, text.size());
  for (std::size_t back = 1; back <= 4 && back <= offset; ++back) {
    const std::size_t start = offset - back;
    if (is_continuation(byte_at(text, start))) continue;
    return start + decode_utf8(text, start).size == offset ? start : offset - 1;
  }
  return offset - 1;
}

bool is_code_point_boundary(std::string_view text, std::size_t offset) {
  if (offset == 0 || offset >= text.size()) return offset <= text.size();
  if (!is_continuation(byte_at(text, offset))) return true;
  for (std::size_t back = 1; back <= 3 && back <= offset; ++back) {
    const std::size_t start = offset - back;
    if (is_continuation(byte_at(text, start))) continue;
    return start + decode_utf8(text, start).size <= offset;
  }
  return true;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size(); ++count) offset += decode_utf8(text, offset).size;
  return count;
}

Utf16Offset to_utf16(std::string_view text, Offset offset) {
  std::uint32_t units = 0;
  std::size_t at = 0;
  while (at < offset && at < text.size()) {
    const Decoded decoded = decode_utf8(text, at);
    units += decoded.code_point > 0xFFFF ? 2 : 1;
    at += decoded.size;
  }
  return Utf16Offset{units};
}

Offset from_utf16(std::string_view text, Utf16Offset offset) {
  const auto wanted = static_cast<std::uint32_t>(offset);
  std::uint32_t units = 0;
  std::size_t at = 0;
  while (units < wanted && at < text.size()) {
    const Decoded decoded = decode_utf8(text, at);
    units += decoded.code_point > 0xFFFF ? 2 : 1;
    at += decoded.size;
  }
  return static_cast<Offset>(at);
}

}  // namespace depeche
