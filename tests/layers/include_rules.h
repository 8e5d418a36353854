// Who may include whom under src/: the arrows of docs/architecture.md as a table, and the check of one file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace depeche::layers {

// What breaks the rules in one file; empty when nothing does. `path` is relative to src/
// ("release/release.h"); each problem reads "path:line: why".
std::vector<std::string> problems_of(std::string_view path, std::string_view content);

// Which foreign library a file includes, by the name of the table ("md4c"); each once.
std::vector<std::string> foreign_libraries_of(std::string_view content);

// How many files may include a library.
std::size_t most_files(std::string_view library);

}  // namespace depeche::layers
