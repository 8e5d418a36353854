// What every command is given, and the exit code that it returns.
#pragma once

#include "cli/printable.h"
#include "cli/system.h"
#include "messages/catalog.h"

namespace depeche::cli {

enum ExitCode : int {
  kFine = 0,
  kProblems = 1,  // the checks found errors, or a field could not be set, or a link made or opened
  kBadUsage = 2,  // unknown words on the command line, a file that cannot be read or written
};

struct Context {
  System& system;
  const messages::Catalog& catalog;

  // Writes the problem to standard error and returns `code`.
  ExitCode fail(const Message& problem, ExitCode code = kBadUsage) const {
    system.complain(printable(catalog.text(problem)) + "\n");
    return code;
  }
};

}  // namespace depeche::cli
