// Where the links of the page lead: to another place on it, or away.
#pragma once

#include <optional>
#include <string>

#include "ui/page/page_blocks.h"

namespace depeche::ui {

struct PageTarget {
  std::optional<std::size_t> block;  // on the page
  std::string url;                   // or away; empty when the link leads nowhere
};

// `link` is the PagePiece::link of a piece in a text of `block`, or one of the block's leads_to. Costs a pass
// over the tree and the blocks: for a click, not for each frame.
PageTarget target_of(const Release& release, const PageBlocks& page, const PageBlock& block,
                     markdown::NodeId link);

// What a hint says about a link: its address, or what an abbreviation stands for; may be empty.
std::string_view words_about(const Release& release, markdown::NodeId link);

// Whether the link leads to a place on the page, so that a click follows it at once.
bool stays_on_page(const Release& release, const PageBlock& block, markdown::NodeId link);

}  // namespace depeche::ui
