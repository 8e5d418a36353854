// The program `depeche`: the real system, the language of the environment, and the exit code.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/process_system.h"

namespace {

// As POSIX has it: the first of these that is set and not empty.
std::string_view language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const char* value = std::getenv(name); value != nullptr && *value != '\0') return value;
  return "";
}

}  // namespace

int main(int count, char** words) {
  using namespace depeche;
  cli::ProcessSystem system;
  const auto language = messages::language_from_tag(language_of_environment());
  const std::vector<std::string> arguments(words + (count > 0 ? 1 : 0), words + count);
  const int code = cli::run(system, messages::Catalog::of(language), arguments);
  const bool all_printed = std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
  return all_printed ? code : cli::kBadUsage;
}
