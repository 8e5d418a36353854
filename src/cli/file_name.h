// File names that file systems accept.
#pragma once

#include <string>
#include <string_view>

namespace depeche::cli {

// In bytes, as Linux and macOS count. Windows counts UTF-16 units, of which a name has no more than bytes.
inline constexpr std::size_t kLongestFileName = 255;

// `name` + `ending`. A result that would be too long for a file system is cut between two characters of the
// name and gets a checksum of the whole name before the ending, so that two different long names stay
// different. The ending must be much shorter than kLongestFileName.
std::string file_name_with(std::string_view name, std::string_view ending);

}  // namespace depeche::cli
