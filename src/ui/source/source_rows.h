// The rows of the source: its view lays out one paragraph for each. A row is a line of the text, or a part of a
// line that is longer than kLongestRow bytes, so that the length of a paragraph is bounded.
#pragma once

#include <vector>

#include "text/change.h"
#include "text/text.h"

namespace depeche::ui {

inline constexpr Offset kLongestRow = 16 << 10;

// Which rows of one revision differ from those of another: all rows before and behind them are the same.
struct RowChange {
  std::size_t first = 0;    // the first row that differs
  std::size_t removed = 0;  // of the rows before
  std::size_t added = 0;    // of the rows after
};

class SourceRows {
 public:
  SourceRows() : SourceRows(Text()) {}
  explicit SourceRows(const Text& text);

  // Makes these the rows of `text`, which `change` made from the text before. Costs the lines that the change
  // touches, and an addition for each row behind.
  RowChange follow(const Text& text, const Change& change);

  std::size_t size() const { return starts_.size(); }  // at least 1

  // Without the line's ending.
  Span span(std::size_t row) const;
  // The row that holds `offset`; for one in a line's ending, the last row of that line.
  std::size_t row_at(Offset offset) const;
  // Whether the row is the last of its line.
  bool ends_line(std::size_t row) const;

  const Text& text() const { return text_; }

 private:
  static std::vector<Offset> starts_of(const Text& text, std::uint32_t first_line, std::uint32_t end_line);

  Text text_;
  std::vector<Offset> starts_;
};

}  // namespace depeche::ui
