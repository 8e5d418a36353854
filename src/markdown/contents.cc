#include "markdown/contents.h"

#include <optional>
#include <string_view>

namespace depeche::markdown {
namespace {

bool is_level(char c) {
  return c >= '1' && c <= '6';
}

std::size_t level_of(char digit) {
  return static_cast<std::size_t>(digit - '0');
}

std::optional<HeadingLevels> read_range(std::string_view option) {
  if (option.size() != 4 || option.substr(1, 2) != ".." || !is_level(option[0]) || !is_level(option[3]))
    return std::nullopt;
  HeadingLevels levels;
  for (std::size_t level = level_of(option[0]); level <= level_of(option[3]); ++level) levels.set(level);
  return levels;
}

std::optional<HeadingLevels> read_list(std::string_view option) {
  if (option.size() % 2 == 0) return std::nullopt;
  HeadingLevels levels;
  for (std::size_t at = 0; at < option.size(); at += 2) {
    if (!is_level(option[at]) || (at > 0 && option[at - 1] != ',')) return std::nullopt;
    levels.set(level_of(option[at]));
  }
  return levels;
}

}  // namespace

HeadingLevels contents_levels(const Tree& tree) {
  HeadingLevels levels = ~HeadingLevels();
  for (NodeId node = 0; node < tree.size(); ++node) {
    if (tree.kind(node) != Kind::kExtension || tree.name(node) != "options") continue;
    const std::string_view option = tree.attribute(node, "toc_levels").value_or("");
    if (const auto range = read_range(option)) levels = *range;
    if (const auto list = read_list(option)) levels = *list;
  }
  return levels;
}

}  // namespace depeche::markdown
