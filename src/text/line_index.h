// Where the lines of a text begin.
//
// Lines end after LF, CRLF or a lone CR, as in CommonMark 0.31, section 2.1; the last line is the one after
// the last end, and may be empty. Whether a line begins at an offset depends on the two bytes around it and
// on nothing else, which is why an edit can be followed by looking at the edited bytes alone.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/span.h"

namespace depeche {

class LineIndex {
 public:
  explicit LineIndex(std::string_view bytes);

  // The index of `after`, the text that `replacements` make of the one indexed here. They are in the order of
  // their spans, which neither overlap nor touch. Costs the inserted bytes, and a copy of the index.
  LineIndex updated(std::string_view after, std::span<const Replacement> replacements) const;

  std::uint32_t count() const { return static_cast<std::uint32_t>(starts_.size()); }  // at least 1

  // The line that holds `offset`; the last one if there is none. O(log lines).
  LineNumber line_at(Offset offset) const;

  // Where `line` begins; `line` is less than count().
  Offset start(LineNumber line) const { return starts_[static_cast<std::uint32_t>(line)]; }

  bool operator==(const LineIndex&) const = default;

 private:
  LineIndex() = default;
  void scan(std::string_view bytes, std::size_t first, std::size_t last);

  std::vector<Offset> starts_;  // ascending, the first is 0
};

}  // namespace depeche
