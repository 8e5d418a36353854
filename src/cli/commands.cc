#include "cli/commands.h"

#include <algorithm>
#include <vector>

#include "cli/help.h"

namespace depeche::cli {
namespace {

std::vector<const Command*> all_commands() {
  return {&check_command(), &html_command(), &json_command(),
          &set_command(),   &link_command(), &open_command()};
}

bool asks_for_help(std::string_view word) {
  return word == "--help" || word == "-h";
}

// Whether help is asked for before "--" ends the options.
bool asks_for_help(std::span<const std::string> words) {
  const auto end = std::ranges::find(words, "--");
  return std::any_of(words.begin(), end, [](const std::string& word) { return asks_for_help(word); });
}

ExitCode run_command(const Context& context, const Command& command, std::span<const std::string> words) {
  if (asks_for_help(words)) {
    context.system.print(help(command.name, context.catalog.language()));
    return kFine;
  }
  const std::string name(command.name);
  const Result<Arguments> arguments = read_arguments(name, command.options, words);
  if (!arguments) return context.fail(arguments.problem());
  const std::size_t operands = arguments->operands.size();
  if (operands == 0 && command.most_operands > 1 && command.least_operands == 1)
    return context.fail({"cli/missing-file", {name}});
  if (operands < command.least_operands || operands > command.most_operands)
    return context.fail({"cli/wrong-arguments", {name}});
  return command.run(context, *arguments);
}

}  // namespace

ExitCode run(System& system, const messages::Catalog& catalog, std::span<const std::string> words) {
  const Context context{system, catalog};
  if (words.empty()) {
    system.complain(help("depeche", catalog.language()));
    return kBadUsage;
  }
  const std::string& first = words[0];
  if (first == "--version") {
    system.print("depeche " DEPECHE_VERSION "\n");
    return kFine;
  }
  if (first == "help" && words.size() > 1) {
    const std::string asked[] = {words[1], "--help"};
    return run(system, catalog, asked);
  }
  if (asks_for_help(first) || first == "help") {
    system.print(help("depeche", catalog.language()));
    return kFine;
  }
  for (const Command* command : all_commands())
    if (command->name == first) return run_command(context, *command, words.subspan(1));
  return context.fail({"cli/unknown-command", {first}});
}

}  // namespace depeche::cli
