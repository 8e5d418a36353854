// Where the parts of YAML end, found in its bytes: yaml-cpp tells only where they start, and drops comments.
//
// All functions take the text up to the end of the YAML and offsets into it, and read no further than they
// must. They are meant for YAML that yaml-cpp has read; on other bytes they return some offset in
// [offset, bytes.size()].
#pragma once

#include <optional>
#include <string_view>

#include "base/ascii.h"
#include "base/span.h"

namespace depeche::frontmatter {

using depeche::is_blank;
inline bool is_break(char c) {
  return c == '\n' || c == '\r';
}

inline bool is_flow_sign(char c) {
  return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
}
inline bool is_blank_or_break_at(std::string_view bytes, Offset offset) {
  return offset >= bytes.size() || is_blank(bytes[offset]) || is_break(bytes[offset]);
}

// Where a node is.
struct Place {
  int indent = -1;    // the column of the block collection it is in, or -1; its own lines are further right
  bool flow = false;  // inside brackets or braces
};

// The number of bytes before `offset` on its line.
int column_of(std::string_view bytes, Offset offset);

// Past blanks.
Offset skip_blanks(std::string_view bytes, Offset offset);

// Past blanks, line ends and comments.
Offset skip_to_text(std::string_view bytes, Offset offset);

// Past the anchors and tags at `offset`, and the blanks, line ends and comments after them.
Offset skip_properties(std::string_view bytes, Offset offset);

// One past the last byte of the scalar or alias at `offset`: the closing quote; the last word of a plain scalar;
// or the last line of a block scalar (with "+", the last blank line after it), without the line ending.
Offset end_of_scalar(std::string_view bytes, Offset offset, Place place);

// One past the quote that closes the quoted scalar at `offset`; none when it is never closed.
std::optional<Offset> end_of_quoted(std::string_view bytes, Offset offset);

// The first tab in the white space before the text of the block scalar at `scalar`. None if its header states
// the indentation, so that a tab may be text.
std::optional<Offset> find_tab_before_block_text(std::string_view bytes, Span scalar);

// The end of the line at `offset`, before its line ending, and the start of the next.
Offset end_of_line(std::string_view bytes, Offset offset);
Offset next_line(std::string_view bytes, Offset offset);

}  // namespace depeche::frontmatter
