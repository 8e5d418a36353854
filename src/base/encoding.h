// Text in the encodings of older Windows programs.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace depeche {

// The character of a byte of Windows-1252 (WHATWG Encoding, index windows-1252); 0 for the five that have
// none.
char32_t windows_1252_character(unsigned char byte);

// The text with each byte that is no UTF-8 as the character that it is in Windows-1252 (U+FFFD for none).
std::string with_windows_1252(std::string_view bytes);

// The text of a file in UTF-16 that begins with a byte order mark, as "Unicode" of Windows programs does. The
// mark goes. Nothing without the mark, or when the rest is no well-formed UTF-16 or holds NUL.
std::optional<std::string> text_of_utf16(std::string_view bytes);

}  // namespace depeche
