// What FILE… names.
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

// The files that the operands name: "-" (standard input) and files as they are, a folder's .md and .markdown
// files in its stead. Each once; a leading "./" is dropped.
Inputs expand(System& system, std::span<const std::string> operands);

// The bytes of a file, or of standard input for "-".
Result<std::string> read(System& system, const std::string& path);

}  // namespace depeche::cli
