// Who may include whom under src/: the arrows as CMake has them (cmake/Layers.cmake), and the check of one
// file.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace depeche::layers {

// A layer and those it stands on directly; what those stand on comes with them. Layers are folders of src/,
// and may lie in one another ("platform", "platform/web").
using Arrows = std::map<std::string, std::vector<std::string>, std::less<>>;

// Of a text with a line "layer: those it uses" each. Without cycles, since CMake takes none.
Arrows read_arrows(std::string_view lines);

// The rows of the table in docs/architecture.md: "layer   what it is   <- those it uses". Other lines are
// left out.
Arrows read_table(std::string_view document);

// What breaks the rules in one file; empty when nothing does. `path` is relative to src/
// ("release/release.h"); each problem reads "path:line: why".
std::vector<std::string> problems_of(const Arrows& arrows, std::string_view path, std::string_view content);

// Which foreign library a file includes, by the name of the table ("md4c"); each once.
std::vector<std::string> foreign_libraries_of(std::string_view content);

// How many files may include a library.
std::size_t most_files(std::string_view library);

}  // namespace depeche::layers
