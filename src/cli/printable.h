// Text from files and file names, made harmless for a terminal and for programs that read line by line.
#pragma once

#include <string>
#include <string_view>

namespace depeche::cli {

// Each control character (C0, DEL, C1), line ends among them, becomes U+FFFD; all else stands.
std::string printable(std::string_view text);

}  // namespace depeche::cli
