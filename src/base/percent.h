// Percent-encoding of addresses (RFC 3986, 2.1). The caller decides which bytes to encode.
#pragma once

#include <string>
#include <string_view>

#include "base/ascii.h"

namespace depeche {

// `url` with each code such as `%C3` replaced by its byte. A `%` that begins no code stays.
inline std::string percent_decoded(std::string_view url) {
  std::string bytes;
  for (std::size_t i = 0; i < url.size(); ++i) {
    const bool is_code =
        url[i] == '%' && i + 2 < url.size() && hexadecimal(url[i + 1]) >= 0 && hexadecimal(url[i + 2]) >= 0;
    if (!is_code) {
      bytes += url[i];
      continue;
    }
    bytes += static_cast<char>(hexadecimal(url[i + 1]) * 16 + hexadecimal(url[i + 2]));
    i += 2;
  }
  return bytes;
}

// Appends `byte` as "%E9".
inline void append_percent_encoded(std::string& url, char byte) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(byte);
  url += '%';
  url += kDigits[value >> 4];
  url += kDigits[value & 15];
}

}  // namespace depeche
