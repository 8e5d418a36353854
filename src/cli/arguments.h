// The words of a command line, told apart: options, their values, operands.
//
// As people expect: `--name value`, `--name=value`, `-o value`, `-ovalue`; options and operands in any order;
// `--` ends the options; `-` is an operand.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace depeche::cli {

struct Option {
  std::string_view name;  // "--format" or "-o"
  bool takes_value = false;
  std::vector<std::string_view> choices = {};  // of the value; empty: any
};

struct Arguments {
  std::map<std::string, std::string, std::less<>> options;  // name to value; a flag's is empty
  std::vector<std::string> operands;

  bool has(std::string_view option) const { return options.contains(option); }
  // The value of an option, or `otherwise`.
  std::string_view value(std::string_view option, std::string_view otherwise) const;
};

// `command` is named in problems: cli/unknown-option, cli/missing-value, cli/unexpected-value,
// cli/unknown-value. Of an option given twice the last counts.
Result<Arguments> read_arguments(std::string_view command, std::span<const Option> options,
                                 std::span<const std::string> words);

}  // namespace depeche::cli
