#include "cli/printable.h"

#include "base/utf8.h"

namespace depeche::cli {

std::string printable(std::string_view text) {
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode_utf8(text, at);
    const bool control =
        decoded.code_point < 0x20 || (decoded.code_point >= 0x7F && decoded.code_point < 0xA0);
    if (control) {
      append_utf8(shown, kReplacementCharacter);
    } else {
      shown.append(text.substr(at, decoded.size));
    }
    at += decoded.size;
  }
  return shown;
}

}  // namespace depeche::cli
