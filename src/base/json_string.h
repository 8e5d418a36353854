// Strings as JSON writes them (RFC 8259).
#pragma once

#include <string>
#include <string_view>

namespace depeche {

// Appends `text` in quotes. It may be any bytes: what is not UTF-8 becomes U+FFFD. Control characters,
// including DEL, are escaped.
void append_json_string(std::string& json, std::string_view text);

}  // namespace depeche
