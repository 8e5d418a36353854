// depeche json [-o DIR] FILE…: the JSON export (docs/json-export.md).
#include "cli/commands.h"
#include "cli/outputs.h"
#include "release/release.h"
#include "rules/rules.h"
#include "writers/json.h"

namespace depeche::cli {
namespace {

ExitCode run_json(const Context& context, const Arguments& arguments) {
  return put_out(context, "json", arguments, ".json", [&](std::string bytes) {
    const Release release = read_release(Text(std::move(bytes)));
    return writers::json(release, rules::check(release), context.catalog);
  });
}

}  // namespace

const Command& json_command() {
  static const Option kOptions[] = {{"-o", true}};
  static const Command kCommand = {"json", kOptions, 1, SIZE_MAX, run_json};
  return kCommand;
}

}  // namespace depeche::cli
