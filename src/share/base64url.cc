#include "share/base64url.h"

namespace depeche::share {
namespace {

constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

// The value of a digit, or 64.
std::uint32_t value_of(char digit) {
  if (digit >= 'A' && digit <= 'Z') return static_cast<std::uint32_t>(digit - 'A');
  if (digit >= 'a' && digit <= 'z') return static_cast<std::uint32_t>(digit - 'a' + 26);
  if (digit >= '0' && digit <= '9') return static_cast<std::uint32_t>(digit - '0' + 52);
  if (digit == '-') return 62;
  if (digit == '_') return 63;
  return 64;
}

}  // namespace

std::string encode_base64url(std::string_view bytes) {
  std::string characters;
  characters.reserve((bytes.size() * 4 + 2) / 3);
  std::uint32_t bits = 0;
  int count = 0;  // of bits not yet written
  for (const char byte : bytes) {
    bits = (bits << 8) | static_cast<unsigned char>(byte);
    for (count += 8; count >= 6; count -= 6) characters.push_back(kDigits[(bits >> (count - 6)) & 63]);
  }
  if (count > 0) characters.push_back(kDigits[(bits << (6 - count)) & 63]);
  return characters;
}

std::optional<std::string> decode_base64url(std::string_view characters) {
  if (characters.size() % 4 == 1) return std::nullopt;
  std::string bytes;
  bytes.reserve(characters.size() * 3 / 4);
  std::uint32_t bits = 0;
  int count = 0;  // of bits not yet read
  for (const char character : characters) {
    const std::uint32_t value = value_of(character);
    if (value > 63) return std::nullopt;
    bits = (bits << 6) | value;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes.push_back(static_cast<char>((bits >> count) & 0xFF));
  }
  return bytes;
}

std::string encode_number(std::uint64_t number, std::size_t count) {
  std::string characters(count, kDigits[0]);
  for (std::size_t i = count; i-- > 0; number >>= 6) characters[i] = kDigits[number & 63];
  return characters;
}

std::optional<std::uint64_t> decode_number(std::string_view characters) {
  std::uint64_t number = 0;
  for (const char character : characters) {
    const std::uint32_t value = value_of(character);
    if (value > 63) return std::nullopt;
    number = (number << 6) | value;
  }
  return number;
}

}  // namespace depeche::share
