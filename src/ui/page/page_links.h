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

// `link` is a piece's link (PagePiece::link) in a text of `block`, or the block's own leads_to. Costs the
// tree and the blocks: for a click, not for each frame.
PageTarget target_of(const Release& release, const PageBlocks& page, const PageBlock& block,
                     markdown::NodeId link);

// What a link says about itself to who rests on it: its address, or what an abbreviation stands for.
std::string_view words_about(const Release& release, markdown::NodeId link);

// Whether a click follows the link at once, since it stays on the page.
bool stays_on_page(const Release& release, const PageBlock& block, markdown::NodeId link);

}  // namespace depeche::ui
