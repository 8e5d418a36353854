// depeche open LINK: the Markdown that a share link carries, byte for byte. LINK is a fragment or a whole URL, or
// "-" for one on standard input, which is how to pass one that is too long for a command line.
#include "cli/commands.h"
#include "share/link.h"

namespace depeche::cli {
namespace {

ExitCode run_open(const Context& context, const Arguments& arguments) {
  std::string link = arguments.operands[0];
  if (link == "-") {
    Result<std::string> input = context.system.read_input();
    if (!input) return context.fail(input.problem());
    link = std::move(input).value();
  }
  const Result<std::string> text = share::decode_fragment(link);
  if (!text) return context.fail(text.problem(), kProblems);
  context.system.print(*text);
  return kFine;
}

}  // namespace

const Command& open_command() {
  static const Command kCommand = {"open", {}, 1, 1, run_open};
  return kCommand;
}

}  // namespace depeche::cli
