// Files that tests read: cases of the project, and the shared material where it exists.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/skip.h"

namespace depeche {

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

// All files below a folder whose name ends in `extension` (".md"), sorted.
inline std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder,
                                                      std::string_view extension) {
  std::vector<std::filesystem::path> paths;
  if (!std::filesystem::is_directory(folder)) return paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && entry.path().string().ends_with(extension)) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  return paths;
}

// A path of the shared material, below $DEPECHE_SHARED or else ../shared; none where that is missing: the
// case is then one that was skipped.
inline std::optional<std::filesystem::path> shared_material(const std::filesystem::path& path) {
  const char* folder = std::getenv("DEPECHE_SHARED");
  const std::filesystem::path root = folder != nullptr
                                         ? std::filesystem::path(folder)
                                         : std::filesystem::path(DEPECHE_ROOT) / ".." / "shared";
  if (std::filesystem::exists(root / path)) return root / path;
  skip_case("no " + path.string() + " below DEPECHE_SHARED");
  return std::nullopt;
}

}  // namespace depeche
