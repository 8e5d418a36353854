// Text from files and file names, made harmless for a terminal and for programs that read line by line.
#pragma once

#include <string>
#include <string_view>

namespace depeche::cli {

// `text` with U+FFFD for each control character (C0, DEL, C1), line ends included. All else stays as it is,
// malformed UTF-8 too.
std::string printable(std::string_view text);

}  // namespace depeche::cli
