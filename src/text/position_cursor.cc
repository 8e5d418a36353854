#include "text/position_cursor.h"

#include <algorithm>

#include "base/utf8.h"

namespace depeche {

Position PositionCursor::at(Offset offset) {
  const LineNumber line = text_.line_at(offset);
  const bool same_line = static_cast<std::uint32_t>(line) + 1 == position_.line;
  offset = std::min(offset, text_.line(line).end);  // a line's ending has no columns of its own
  const std::string_view bytes = text_.bytes();
  // Counting from inside a character would give other columns than counting from the line's start.
  if (!same_line || !is_code_point_boundary(bytes, offset) || !is_code_point_boundary(bytes, offset_)) {
    position_ = text_.position(offset);
  } else {
    const Span between{std::min(offset, offset_), std::max(offset, offset_)};
    const auto columns = static_cast<std::uint32_t>(count_code_points(between.of(bytes)));
    position_.column = offset >= offset_ ? position_.column + columns : position_.column - columns;
  }
  offset_ = offset;
  return position_;
}

}  // namespace depeche
