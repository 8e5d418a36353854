// A body's HTML, and where in it each block of the body is.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "markdown/tree.h"

namespace depeche::writers {

struct HtmlBlocks {
  struct Block {
    markdown::NodeId node;  // a child of the root; kNoNode for the list of footnotes, which has none
    std::size_t end;        // in `html`; the block begins where the one before ends
  };
  std::string html;           // faithful: raw HTML is kept
  std::vector<Block> blocks;  // those that show, in the order of the page
};

}  // namespace depeche::writers
