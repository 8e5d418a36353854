#include "tests/frontmatter/corpus.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

namespace depeche {

std::filesystem::path shared_folder() {
  const char* named = std::getenv("DEPECHE_SHARED");
  std::filesystem::path folder = named ? named : DEPECHE_ROOT "/../shared";
  if (std::filesystem::is_directory(folder / "corpus")) return folder;
  std::cout << "skipped: no documents at " << folder << " (DEPECHE_SHARED)\n";
  return {};
}

std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string read_file(const std::filesystem::path& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

}  // namespace depeche
