#include "frontmatter/path.h"

#include <charconv>

namespace depeche::frontmatter {
namespace {

// Takes a key off the front of `rest`.
std::string take_key(std::string_view& rest) {
  std::string key;
  while (!rest.empty() && rest.front() != '.' && rest.front() != '[') {
    if (rest.front() == '\\' && rest.size() > 1) rest.remove_prefix(1);
    key.push_back(rest.front());
    rest.remove_prefix(1);
  }
  return key;
}

// Takes `[12]` off the front of `rest`.
std::optional<std::size_t> take_index(std::string_view& rest) {
  std::size_t close = rest.find(']');
  if (close == std::string_view::npos) return std::nullopt;
  std::size_t index = 0;
  auto [end, error] = std::from_chars(rest.data() + 1, rest.data() + close, index);
  if (error != std::errc{} || end != rest.data() + close) return std::nullopt;
  rest.remove_prefix(close + 1);
  return index;
}

}  // namespace

std::optional<Path> parse_path(std::string_view text) {
  Path path;
  std::string_view rest = text;
  if (!rest.starts_with('[')) path.emplace_back(take_key(rest));
  while (!rest.empty()) {
    if (rest.front() == '[') {
      auto index = take_index(rest);
      if (!index) return std::nullopt;
      path.emplace_back(*index);
    } else if (rest.front() == '.') {
      rest.remove_prefix(1);
      path.emplace_back(take_key(rest));
    } else {
      return std::nullopt;
    }
  }
  return path;
}

}  // namespace depeche::frontmatter
