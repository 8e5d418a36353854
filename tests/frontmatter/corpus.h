// The real documents of ../shared, or of the folder that the environment variable DEPECHE_SHARED names.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace depeche {

// The folder; empty when there is none, which is then said on standard output.
std::filesystem::path shared_folder();

// All files below a folder, in the order of their paths.
std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder);

std::string read_file(const std::filesystem::path& path);

}  // namespace depeche
