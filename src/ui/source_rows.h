// The rows of the source: what its view lays out, one paragraph each. A row is a line of the text, or a part
// of one that is longer than kLongestRow, so that no paragraph is long without bound.
#pragma once

#include <vector>

#include "text/change.h"
#include "text/text.h"

namespace depeche::ui {

inline constexpr Offset kLongestRow = 16 << 10;

class SourceRows {
 public:
  SourceRows() : SourceRows(Text()) {}
  explicit SourceRows(const Text& text);

  std::size_t size() const { return starts_.size(); }  // at least 1

  // Without the line's ending.
  Span span(std::size_t row) const;
  // The row that holds `offset`; at a line's ending, the row before it.
  std::size_t row_at(Offset offset) const;
  // Whether the row is the last of its line.
  bool ends_line(std::size_t row) const;

  const Text& text() const { return text_; }

 private:
  Text text_;
  std::vector<Offset> starts_;
};

// What one revision's rows have in common with another's, from the start and from the end.
struct RowChange {
  std::size_t first = 0;    // the first row that differs
  std::size_t removed = 0;  // of the rows before
  std::size_t added = 0;    // of the rows after
};
RowChange difference(const SourceRows& before, const SourceRows& after);
// The same where `change` is known to have made the text after of the one before.
RowChange difference(const SourceRows& before, const SourceRows& after, const Change& change);

}  // namespace depeche::ui
