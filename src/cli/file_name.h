// Names of files as file systems take them.
#pragma once

#include <string>
#include <string_view>

namespace depeche::cli {

// Bytes of one name on Linux and macOS; Windows counts UTF-16 units, of which UTF-8 has no fewer.
inline constexpr std::size_t kLongestFileName = 255;

// NAME + ENDING. What would be too long for a file system is cut at a character's boundary, and the checksum
// of the whole name stands before the ending: two long names that differ stay two. The ending is much shorter
// than a name may be.
std::string file_name_with(std::string_view name, std::string_view ending);

}  // namespace depeche::cli
