#include "cli/arguments.h"

#include "doctest/doctest.h"

namespace depeche::cli {
namespace {

const Option kOptions[] = {{"--format", true, {"text", "json"}}, {"--safe"}, {"-o", true}};

// "options | operands" of a command line, or the key of the problem.
std::string told_apart(const std::vector<std::string>& words) {
  const Result<Arguments> arguments = read_arguments("try", kOptions, words);
  if (!arguments) return arguments.problem().key;
  std::string told;
  for (const auto& [name, value] : arguments->options) told += name + "=" + value + " ";
  told += "|";
  for (const std::string& operand : arguments->operands) told += " " + operand;
  return told;
}

TEST_CASE("options and operands, in the forms that people write") {
  const std::pair<std::vector<std::string>, std::string> rows[] = {
      {{}, "|"},
      {{"a.md", "b.md"}, "| a.md b.md"},
      {{"-"}, "| -"},
      {{"--format", "json", "a.md"}, "--format=json | a.md"},
      {{"a.md", "--format=json"}, "--format=json | a.md"},
      {{"--safe", "a.md"}, "--safe= | a.md"},
      {{"-o", "out", "a.md"}, "-o=out | a.md"},
      {{"-oout", "a.md"}, "-o=out | a.md"},
      {{"-o", "-"}, "-o=- |"},
      {{"--format", "json", "--format", "text"}, "--format=text |"},
      {{"--", "--safe", "-o"}, "| --safe -o"},
      {{"", "a b"}, "|  a b"},
      {{"--unknown"}, "cli/unknown-option"},
      {{"-x"}, "cli/unknown-option"},
      {{"--safe=yes"}, "cli/unexpected-value"},
      {{"--format"}, "cli/missing-value"},
      {{"a.md", "-o"}, "cli/missing-value"},
      {{"--format", "xml"}, "cli/unknown-value"},
      {{"--format="}, "cli/unknown-value"},
  };
  for (const auto& [words, expected] : rows) {
    CAPTURE(words);
    CHECK(told_apart(words) == expected);
  }
}

}  // namespace
}  // namespace depeche::cli
