// A line such as `title: Le plan : la suite`, read as the person meant it, whether or not it is valid YAML.
#pragma once

#include <optional>
#include <string_view>

#include "base/span.h"

namespace depeche::frontmatter {

struct FieldLine {
  Span key;
  Span value;  // to the last word of the line; empty if nothing follows the colon
};

// The key and the value on the line at `offset`, without the "- " of list items before them. The key ends at the
// first colon that is followed by a blank or the line's end; none if there is no such colon.
std::optional<FieldLine> read_field_line(std::string_view bytes, Offset offset);

// The lines of the outermost field around `offset`: from a line that begins in the first column, and is neither
// a comment nor a list item, to the next such line. None if `yaml` has no such line at or before `offset`.
std::optional<Span> lines_of_field(std::string_view bytes, Span yaml, Offset offset);

}  // namespace depeche::frontmatter
