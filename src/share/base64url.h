// base64url without padding: RFC 4648, section 5.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace depeche::share {

std::string encode_base64url(std::string_view bytes);

// None when a character is no digit, or no bytes are encoded to that many characters. Unused bits of the last
// character are ignored.
std::optional<std::string> decode_base64url(std::string_view characters);

// A number as `count` digits of base 64, most significant first; it must fit.
std::string encode_number(std::uint64_t number, std::size_t count);

// None when a character is no digit; at most 10 characters.
std::optional<std::uint64_t> decode_number(std::string_view characters);

}  // namespace depeche::share
