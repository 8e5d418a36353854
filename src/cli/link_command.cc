// depeche link FILE: the fragment of a share link that carries the file (docs/share-link.md).
#include "cli/commands.h"
#include "cli/inputs.h"
#include "share/link.h"

namespace depeche::cli {
namespace {

ExitCode run_link(const Context& context, const Arguments& arguments) {
  const Result<std::string> bytes = read(context.system, arguments.operands[0]);
  if (!bytes) return context.fail(bytes.problem());
  const Result<std::string> fragment = share::encode_fragment(*bytes);
  if (!fragment) return context.fail(fragment.problem(), kProblems);
  context.system.print(*fragment + "\n");
  return kFine;
}

}  // namespace

const Command& link_command() {
  static const Command kCommand = {"link", {}, 1, 1, run_link};
  return kCommand;
}

}  // namespace depeche::cli
