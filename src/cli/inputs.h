// The files that the operands FILE… name.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/system.h"

namespace depeche::cli {

struct Inputs {
  std::vector<std::string> files;
  std::vector<Message> problems;  // of folders: cli/no-release, cli/unreadable-folder
};

// The files that the operands name. For a folder, these are the .md and .markdown files anywhere below it; "-"
// is standard input. Each file comes once, its path normalized: "./a//b.md" becomes "a/b.md".
Inputs expand(System& system, std::span<const std::string> operands);

// The bytes of a file, or of standard input for "-".
Result<std::string> read(System& system, const std::string& path);

}  // namespace depeche::cli
