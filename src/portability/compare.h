// Where two readings of one body differ for a reader, each difference once.
//
// A construct is the same in both when its kind, its detail and the text it holds are: the text that both
// show, without white space. What is left, and what only one shows, is gathered and thinned out: a list that
// only one sees differs in its items and paragraphs, too, and is told once.
#pragma once

#include <vector>

#include "portability/reading.h"

namespace depeche::portability {

// Who sees the construct; of a sign, who shows it.
enum class Seen : std::uint8_t { kOnSite, kElsewhere, kDifferently };

struct Difference {
  Construct construct;
  Seen seen;
  Span span;
  // The site's node, or the other's where only that sees the construct; kNoNode where it has none.
  markdown::NodeId node = markdown::kNoNode;
};

// Both are readings of `body` in texts of the same bytes. In the order of the source; in time n log n of the
// body's size.
std::vector<Difference> compare(const Reading& site, const Reading& elsewhere, Span body);

}  // namespace depeche::portability
