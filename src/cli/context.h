// What every command is run with, and what it gives back.
#pragma once

#include "cli/printable.h"
#include "cli/system.h"
#include "messages/catalog.h"

namespace depeche::cli {

enum ExitCode : int {
  kFine = 0,
  kProblems = 1,  // the checks found errors, a field could not be set, a link could not be opened
  kBadUsage = 2,  // unknown words on the command line, a file that cannot be read or written
};

struct Context {
  System& system;
  const messages::Catalog& catalog;

  // Says the problem on standard error and gives the code back.
  ExitCode fail(const Message& problem, ExitCode code = kBadUsage) const {
    system.complain(printable(catalog.text(problem)) + "\n");
    return code;
  }
};

}  // namespace depeche::cli
