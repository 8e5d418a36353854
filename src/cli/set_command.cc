// depeche set FILE PATH VALUE [-o OUT]: one field of the front matter changed, and no other byte.
#include "cli/commands.h"
#include "cli/inputs.h"
#include "frontmatter/front_matter.h"
#include "text/change.h"

namespace depeche::cli {
namespace {

ExitCode run_set(const Context& context, const Arguments& arguments) {
  const std::string& file = arguments.operands[0];
  Result<std::string> bytes = read(context.system, file);
  if (!bytes) return context.fail(bytes.problem());

  const Text text(std::move(bytes).value());
  Result<std::vector<Replacement>> edits =
      frontmatter::set_field(text, arguments.operands[1], arguments.operands[2]);
  if (!edits) return context.fail(edits.problem(), kProblems);
  const auto change = Change::of(text.size(), std::move(edits).value());
  const Text changed = change ? change->apply(text) : text;

  const std::string output(arguments.value("-o", file));
  if (output == "-") {
    context.system.print(changed.bytes());
    return kFine;
  }
  if (output == file && changed == text) return kFine;  // the file keeps its date, too
  const Result<Done> done = context.system.write_file(output, changed.bytes());
  return done ? kFine : context.fail(done.problem());
}

}  // namespace

const Command& set_command() {
  static const Option kOptions[] = {{"-o", true}};
  static const Command kCommand = {"set", kOptions, 3, 3, run_set};
  return kCommand;
}

}  // namespace depeche::cli
