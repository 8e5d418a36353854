// base64url without padding: RFC 4648, section 5.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace depeche::share {

std::string encode_base64url(std::string_view bytes);

// None if a character is not a digit of base64url, or no number of bytes gives that many characters. Unused bits
// of the last character are ignored.
std::optional<std::string> decode_base64url(std::string_view characters);

// A number as `count` digits in base 64, most significant first. It must fit.
std::string encode_number(std::uint64_t number, std::size_t count);

// None if a character is not a digit. `characters` must be at most 10.
std::optional<std::uint64_t> decode_number(std::string_view characters);

}  // namespace depeche::share
