// One reading of a body: which bytes of the source a reader sees on the page, and in which constructs.
//
// Two parsers never agree on where a block or a mark ends in the source, nor need they. What a reader sees is
// the text that is shown and what stands around each piece of it; hence a construct is known by the shown
// text that it holds (compare.h), and by nothing else.
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
  std::vector<bool> shows;              // by byte of the body: a reader sees it, and it is no white space
  std::vector<Offset> block_begins;     // where a block begins, in the order of the source
  std::vector<Offset> tags;             // where an HTML tag begins, likewise
  std::vector<std::uint32_t> owner_of;  // by node: the innermost mark around it, or kNoMark
};

inline constexpr std::uint32_t kNoMark = 0xFFFFFFFF;

// Linear in the size of the body and the tree, which is of the part `body` of its text.
Reading make_reading(markdown::Tree tree, Span body);

}  // namespace depeche::portability
