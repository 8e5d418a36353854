// Paths to fields, such as `title`, `tags[1]`, `une-ou-diaporama[0].image`.
//
// Keys are parted by dots, indices (from 0) stand in brackets. A backslash takes the meaning from the
// character after it, for keys that hold one of `.`, `[` or `\`.
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

// None when the path is malformed: a bracket without a number, or text right after a bracket.
std::optional<Path> parse_path(std::string_view text);

}  // namespace depeche::frontmatter
