#include "cli/arguments.h"

#include <algorithm>
#include <optional>

namespace depeche::cli {
namespace {

// An option's name and the value that is written with it, if any.
struct Split {
  std::string name;
  std::optional<std::string> value;
};

Split split(const std::string& word) {
  if (!word.starts_with("--")) {
    if (word.size() == 2) return {word, std::nullopt};
    return {word.substr(0, 2), word.substr(2)};
  }
  const std::size_t equals = word.find('=');
  if (equals == std::string::npos) return {word, std::nullopt};
  return {word.substr(0, equals), word.substr(equals + 1)};
}

std::string joined(std::span<const std::string_view> choices) {
  std::string list;
  for (const std::string_view choice : choices) list.append(list.empty() ? "" : ", ").append(choice);
  return list;
}

}  // namespace

std::string_view Arguments::value(std::string_view option, std::string_view otherwise) const {
  const auto found = options.find(option);
  return found == options.end() ? otherwise : std::string_view(found->second);
}

Result<Arguments> read_arguments(std::string_view command, std::span<const Option> options,
                                 std::span<const std::string> words) {
  const std::string name_of_command(command);
  Arguments arguments;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word == "--") {
      arguments.operands.insert(arguments.operands.end(), words.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                                words.end());
      break;
    }
    if (word.size() < 2 || word[0] != '-') {
      arguments.operands.push_back(word);
      continue;
    }
    auto [name, value] = split(word);
    const auto option = std::ranges::find(options, name, &Option::name);
    if (option == options.end()) return Message{"cli/unknown-option", {name_of_command, word}};
    if (!option->takes_value && value) return Message{"cli/unexpected-value", {name_of_command, name}};
    if (option->takes_value && !value) {
      if (i + 1 == words.size()) return Message{"cli/missing-value", {name_of_command, name}};
      value = words[++i];
    }
    if (!option->choices.empty() && std::ranges::find(option->choices, *value) == option->choices.end())
      return Message{"cli/unknown-value", {name_of_command, name, *value, joined(option->choices)}};
    arguments.options[name] = value.value_or("");
  }
  return arguments;
}

}  // namespace depeche::cli
