// The commands of `depeche`, and the function that runs the one that a command line names.
#pragma once

#include <span>
#include <string>

#include "cli/arguments.h"
#include "cli/context.h"

namespace depeche::cli {

struct Command {
  std::string_view name;
  std::span<const Option> options;
  std::size_t least_operands;
  std::size_t most_operands;
  ExitCode (*run)(const Context& context, const Arguments& arguments);
};

// Runs the command line `words`, which is without the program's name. kBadUsage if it names no command.
ExitCode run(System& system, const messages::Catalog& catalog, std::span<const std::string> words);

// Each is in the file of its name, such as check_command.cc.
const Command& check_command();
const Command& html_command();
const Command& json_command();
const Command& set_command();
const Command& link_command();
const Command& open_command();

}  // namespace depeche::cli
