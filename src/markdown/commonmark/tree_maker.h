// md4c's events and the source they came from, made into a tree whose every node knows where it stands.
//
// How places are found. A cursor runs over the source. Texts say where they stand, and move it. All else is
// read from the source at the cursor, which stands where the construct's marks are, since everything before
// them has been told:
//
// - A block begins at the first character that is neither white space nor the mark of a block quote around
// it; link
//   definitions before it, of which md4c says nothing, become nodes on the way.
// - A quote's or an item's mark is read there; a leaf block ends with its last line, a fenced one with its
// closing
//   fence, a heading with its closing marks or its underline, a container with its last block. No line ending
//   after a block belongs to it.
// - A span's marks stand right before its first and after its last content; a link ends with its target or
// label.
//
// Where a guess should be wrong, TreeBuilder still makes spans nest.
#pragma once

#include <cstddef>
#include <vector>

#include "base/span.h"
#include "markdown/commonmark/events.h"
#include "markdown/tree.h"
#include "text/text.h"

namespace depeche::markdown::commonmark {

// Containers and spans nested deeper give no node; their content stays, in the deepest.
inline constexpr std::size_t kDeepestNode = 200;

struct MadeTree {
  Tree tree;
  // The delimiter rows of tables that are none in GFM, since the row before has another number of cells:
  // where they begin, from the body's begin. Nothing but the source tells.
  std::vector<Offset> false_tables;
};

// `events` are of the part `body` of `text`.
MadeTree make_tree(const Text& text, Span body, const Events& events);

}  // namespace depeche::markdown::commonmark
