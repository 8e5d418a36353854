// Percent-encoding of addresses (RFC 3986, 2.1). Which bytes are encoded is up to who writes the address.
#pragma once

#include <string>
#include <string_view>

namespace depeche {

// Appends `byte` as "%E9".
inline void append_percent_encoded(std::string& url, char byte) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(byte);
  url += '%';
  url += kDigits[value >> 4];
  url += kDigits[value & 15];
}

}  // namespace depeche
