// One reading of a body: which bytes of the source a reader sees on the page, and in which constructs.
//
// Two parsers never agree on where a block or a mark ends in the source, nor need they. What a reader sees is the
// text that is shown and the constructs around each piece of it; so a construct is identified by its kind, its
// detail and the shown text in it (compare.h), not by its span.
#pragma once

#include <cstdint>
#include <vector>

#include "base/span.h"
#include "markdown/tree.h"
#include "portability/construct.h"

namespace depeche::portability {

struct Mark {
  Construct construct;
  std::uint64_t detail = 0;  // tells one construct of a kind from another: a level, a target…
  Span span;
  markdown::NodeId node = markdown::kNoNode;
  bool shows_nothing = false;  // it differs only where the other reading shows its source
};

struct Reading {
  markdown::Tree tree;
  std::vector<Mark> marks;              // in the order of the source
  std::vector<bool> shows;              // for each byte of the body: shown, and not white space
  std::vector<Offset> block_begins;     // where a block begins, in the order of the source
  std::vector<Offset> tags;             // where an HTML tag begins, likewise
  std::vector<std::uint32_t> owner_of;  // for each node: the innermost mark around it, or kNoMark
};

inline constexpr std::uint32_t kNoMark = 0xFFFFFFFF;

// `tree` is of the part `body` of its text. Linear in the size of both.
Reading make_reading(markdown::Tree tree, Span body);

}  // namespace depeche::portability
