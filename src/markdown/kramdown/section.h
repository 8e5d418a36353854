// How a body falls into sections, each read by itself, and what a parse remembers of them, so that a change
// of the text is followed by reading again the sections that it touches
// (docs/decisions/0009-incremental-parse.md).
//
// A section begins behind a blank line, where no attribute list waits and nothing looks back: what stands
// before makes no difference to how it reads, but for the definitions, the numbers of headings' identifiers
// and the options of the whole document.
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
  // Reading it looked at nothing from here on but for the first line behind it.
  Offset reach = 0;
  NodeId first_node = kNoNode;  // of its nodes, which go on to those of the next section
  // What it defines for others, in order: reads the same where it is the same.
  std::string definitions;
  // It holds what bears on others in more ways than `definitions` tells.
  bool is_singular = false;
};

inline constexpr Offset kReachesEnd = std::numeric_limits<Offset>::max();

// A heading whose identifier was made of its text.
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
  bool expands_all = true;             // nothing was refused there
  bool is_plain = false;               // the body reads as it is: Passage::is_plain()
};

}  // namespace depeche::markdown::kramdown
