#include "cli/inputs.h"

#include <filesystem>
#include <set>

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

Result<std::vector<std::string>> expand(System& system, std::span<const std::string> operands) {
  std::vector<std::string> files;
  std::set<std::string> seen;
  const auto add = [&](const std::string& path) {
    if (seen.insert(tidied(path)).second) files.push_back(tidied(path));
  };
  for (const std::string& operand : operands) {
    if (operand == "-" || !system.is_folder(operand)) {
      add(operand);
      continue;
    }
    const Result<std::vector<std::string>> below = system.files_below(operand);
    if (!below) return below.problem();
    const std::size_t before = files.size();
    for (const std::string& path : *below)
      if (is_markdown(path)) add(path);
    if (files.size() == before) return Message{"cli/no-release", {operand}};
  }
  return files;
}

Result<std::string> read(System& system, const std::string& path) {
  return path == "-" ? system.read_input() : system.read_file(path);
}

}  // namespace depeche::cli
