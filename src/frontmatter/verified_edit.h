// Edits of the front matter that are checked by reading the result.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "frontmatter/value.h"
#include "text/text.h"

namespace depeche::frontmatter {

// Whether two values are equal, whatever their places.
bool same_data(const Value& one, const Value& other);

// `edit`, shrunk to the bytes that differ. None unless `front`, once edited, is front matter to its last byte,
// unbroken, and reads as `expected`. `front` is a document without its body, which may be long and cannot change
// the result.
std::optional<std::vector<Replacement>> verified_edit(std::string_view front, Replacement edit,
                                                      const Value& expected);

}  // namespace depeche::frontmatter
