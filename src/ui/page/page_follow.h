// The blocks of the page after a change, made from those before it.
#pragma once

#include <optional>
#include <vector>

#include "markdown/tree_editor.h"
#include "text/change.h"
#include "ui/page/page_blocks.h"

namespace depeche::ui {

// What the blocks of a revision have that those before have not.
struct PageChange {
  std::size_t first = 0;
  std::vector<PageBlock> removed;  // those before, from `first` on
  std::size_t added = 0;           // their successors
};

// Makes `page`, of the revision before, what page_blocks(release, words) gives, where `change` led to
// `release` and `nodes` are new in it. Nothing is done where other blocks may be others, too: where a note,
// or a heading of those that the page lists, came or went. The work is that of the new nodes, and a pass over
// the blocks behind. The page's language is asked for again when an eighth of what tells it is another: it
// may lag behind until then, so that a key costs no look at the text around.
std::optional<PageChange> follow_page_blocks(PageBlocks& page, const Release& release,
                                             const messages::Catalog& words, const Change& change,
                                             const markdown::NodeChange& nodes);

}  // namespace depeche::ui
