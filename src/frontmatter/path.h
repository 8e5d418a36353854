// Paths to fields, such as `title`, `tags[1]`, `une-ou-diaporama[0].image`.
//
// Keys are separated by dots; indices count from 0 and are in brackets. A backslash makes the character after it
// an ordinary one, for keys that hold `.`, `[` or `\`.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace depeche::frontmatter {

using PathStep = std::variant<std::string, std::size_t>;  // a key, or an index
using Path = std::vector<PathStep>;

// None if the path is malformed: a bracket without a number, or text right after a bracket.
std::optional<Path> parse_path(std::string_view text);

}  // namespace depeche::frontmatter
