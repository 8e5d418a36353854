// Text in the encodings of older Windows programs.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace depeche {

// The character of a byte in Windows-1252 (WHATWG Encoding, index windows-1252); 0 for the five bytes that have
// none.
char32_t windows_1252_character(unsigned char byte);

// `bytes` as UTF-8: each byte that is not part of valid UTF-8 is read as Windows-1252 (U+FFFD if it has no
// character there).
std::string with_windows_1252(std::string_view bytes);

// The text, as UTF-8 and without its byte order mark, of a file in UTF-16 that begins with one, as what Windows
// programs call "Unicode" does. None without the mark, or if the rest is not well-formed UTF-16 or holds NUL.
std::optional<std::string> text_of_utf16(std::string_view bytes);

}  // namespace depeche
