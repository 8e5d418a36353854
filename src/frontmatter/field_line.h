// A line such as `title: Le plan : la suite`, taken as the person meant it, whether or not it is YAML.
#pragma once

#include <optional>
#include <string_view>

#include "base/span.h"

namespace depeche::frontmatter {

struct FieldLine {
  Span key;
  Span value;  // to the last word of the line; empty when nothing stands after the colon
};

// What the line at `offset` says: the key before its first colon that a blank or the line's end follows.
std::optional<FieldLine> read_field_line(std::string_view bytes, Offset offset);

// The lines of the outermost field that `offset` stands in: from a line that begins in the first column, and
// is neither a comment nor a list's, to the next such. None when `yaml` has no such line at or before
// `offset`.
std::optional<Span> lines_of_field(std::string_view bytes, Span yaml, Offset offset);

}  // namespace depeche::frontmatter
