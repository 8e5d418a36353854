// Edits of the front matter that are read back before anybody gets them.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "frontmatter/value.h"
#include "text/text.h"

namespace depeche::frontmatter {

// Whether two values are the same but for their places.
bool same_data(const Value& one, const Value& other);

// The edit of `front`, which is a text up to its body, cut down to the bytes that differ; none unless it then
// reads as `expected` and ends where it should. The body, which may be long, has no say in it.
std::optional<std::vector<Replacement>> verified_edit(std::string_view front, Replacement edit,
                                                      const Value& expected);

}  // namespace depeche::frontmatter
