// Where two readings of one body differ for a reader, each difference once.
//
// A construct is the same in both when its kind, its detail and the text in it are the same; of the text, only
// what both show counts, without white space. The remaining constructs, and text that only one reading shows, are
// differences. Those that follow from another are dropped: a list that only one reading has is reported once, not
// again for each item and paragraph.
#pragma once

#include <vector>

#include "portability/reading.h"

namespace depeche::portability {

// Which reading has the construct; of a kSign, which one shows it.
enum class Seen : std::uint8_t { kOnSite, kElsewhere, kDifferently };

struct Difference {
  Construct construct;
  Seen seen;
  Span span;
  // In the site's tree, or in the other where only that has the construct; kNoNode where it has no node.
  markdown::NodeId node = markdown::kNoNode;
};

// Both are readings of `body` in texts of the same bytes. The result is in the order of the source. Takes
// O(n log n) for a body of n bytes.
std::vector<Difference> compare(const Reading& site, const Reading& elsewhere, Span body);

}  // namespace depeche::portability
