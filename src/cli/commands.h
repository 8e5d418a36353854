// The commands of `depeche`, and how a command line becomes one.
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

// The words after the program's name.
ExitCode run(System& system, const messages::Catalog& catalog, std::span<const std::string> words);

// One each, in the file of its name.
const Command& check_command();
const Command& html_command();
const Command& json_command();
const Command& set_command();
const Command& link_command();
const Command& open_command();

}  // namespace depeche::cli
