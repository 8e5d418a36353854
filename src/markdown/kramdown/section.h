// A body is divided into sections that are read one by one. What a parse remembers of them lets a change be
// followed by reading only the sections that it touches again (docs/decisions/0009-incremental-parse.md).
//
// A section begins behind a blank line, where no attribute list waits and nothing looks back: it reads the
// same whatever comes before, except for the definitions, the numbers of headings' identifiers and the options
// of the whole document.
#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <vector>

#include "base/span.h"
#include "markdown/kramdown/block.h"
#include "markdown/node.h"

namespace depeche::markdown::kramdown {

struct Section {
  Offset begin = 0;
  // Reading it looked at nothing from here on, except for the first line of the next section.
  Offset reach = 0;
  NodeId first_node = kNoNode;  // its nodes go on to the first of the next section
  // What it defines for other sections, in order, as a key: equal keys mean equal definitions.
  std::string definitions;
  // It affects other sections in ways that `definitions` does not cover.
  bool is_singular = false;
};

inline constexpr Offset kReachesEnd = std::numeric_limits<Offset>::max();

// A heading whose identifier was made from its text.
struct NamedHeading {
  NodeId node = kNoNode;
  std::string id;  // before it gets a number
  bool in_html = false;
};

struct Sections {
  std::vector<Section> list;  // in order, at least one; the first begins where the body does
  Definitions definitions;
  std::vector<NamedHeading> headings;  // in order
  bool sets_options = false;           // of the document, somewhere
  std::size_t expanded = 0;            // Expansions::used(), or more
  bool expands_all = true;             // Expansions::refused() was false
  bool is_plain = false;               // the body reads as it is: Passage::is_plain()
};

}  // namespace depeche::markdown::kramdown
