#include "cli/inputs.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>
#include <utility>

namespace depeche::cli {
namespace {

bool is_markdown(const std::string& path) {
  return path.ends_with(".md") || path.ends_with(".markdown");
}

// "a/b.md" of "./a//x/../b.md".
std::string tidied(const std::string& path) {
  return path == "-" ? path : std::filesystem::path(path).lexically_normal().generic_string();
}

}  // namespace

Inputs expand(System& system, std::span<const std::string> operands) {
  Inputs inputs;
  std::set<std::string> seen;
  const auto add = [&](const std::string& path) {
    if (seen.insert(tidied(path)).second) inputs.files.push_back(tidied(path));
  };
  for (const std::string& operand : operands) {
    if (operand == "-" || !system.is_folder(operand)) {
      add(operand);
      continue;
    }
    FilesBelow below = system.files_below(operand);
    std::erase_if(below.files, [](const std::string& path) { return !is_markdown(path); });
    if (below.files.empty() && below.problems.empty())
      inputs.problems.push_back({"cli/no-release", {operand}});
    for (const std::string& path : below.files) add(path);
    std::move(below.problems.begin(), below.problems.end(), std::back_inserter(inputs.problems));
  }
  return inputs;
}

Result<std::string> read(System& system, const std::string& path) {
  return path == "-" ? system.read_input() : system.read_file(path);
}

}  // namespace depeche::cli
