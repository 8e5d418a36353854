// Sorts the words of a command line into options, their values and operands.
//
// The usual forms: `--name value`, `--name=value`, `-o value`, `-ovalue`; options and operands in any order;
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
  std::map<std::string, std::string, std::less<>> options;  // name to value; empty for a flag
  std::vector<std::string> operands;

  bool has(std::string_view option) const { return options.contains(option); }
  // The value of an option, or `otherwise` if it was not given.
  std::string_view value(std::string_view option, std::string_view otherwise) const;
};

// If an option is given twice, the last value counts. Problems, which name `command`: cli/unknown-option,
// cli/missing-value, cli/unexpected-value, cli/unknown-value.
Result<Arguments> read_arguments(std::string_view command, std::span<const Option> options,
                                 std::span<const std::string> words);

}  // namespace depeche::cli
