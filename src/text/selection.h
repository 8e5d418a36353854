// What is selected in a text, and where the caret is.
#pragma once

#include <algorithm>

#include "base/span.h"
#include "text/change.h"

namespace depeche {

// Selecting starts at the anchor and goes, forward or backward, to the head, where the caret blinks. The two
// are equal when nothing is selected.
struct Selection {
  Offset anchor = 0;
  Offset head = 0;

  static constexpr Selection caret(Offset offset) { return {offset, offset}; }
  static constexpr Selection of(Span span) { return {span.begin, span.end}; }

  constexpr bool empty() const { return anchor == head; }
  constexpr Span span() const { return {std::min(anchor, head), std::max(anchor, head)}; }

  // The selection after a change made elsewhere: selected text stays selected and nothing inserted at its
  // edges joins it, as Change::map_span has it; a caret right where text comes in goes to the side of `bias`.
  Selection map(const Change& change, Bias bias = Bias::kBefore) const;

  constexpr bool operator==(const Selection&) const = default;
};

}  // namespace depeche
