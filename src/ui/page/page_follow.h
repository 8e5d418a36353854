// Updates the blocks of the page after a change, from those before it.
#pragma once

#include <optional>
#include <vector>

#include "markdown/tree_editor.h"
#include "text/change.h"
#include "ui/page/page_blocks.h"

namespace depeche::ui {

// How the blocks of a revision differ from those before.
struct PageChange {
  std::size_t first = 0;
  std::vector<PageBlock> removed;  // the old blocks, from `first` on
  std::size_t added = 0;           // how many have replaced them
};

// Makes `page`, of the revision before, what page_blocks(release, words) returns. `change`, which is not empty,
// led to `release`, and `nodes` are new in it. Returns none, with the blocks unchanged, where page_blocks() must
// be called instead: where blocks elsewhere may change too (a footnote, or a heading that the page lists, came or
// went), the change is not in the body, or the page is in another language now. The work is that of the new
// nodes, and a pass over the blocks behind. The language is found again only when an eighth of the text that
// tells it has changed, so that a key does not cost a look at all of that text.
std::optional<PageChange> follow_page_blocks(PageBlocks& page, const Release& release,
                                             const messages::Catalog& words, const Change& change,
                                             const markdown::NodeChange& nodes);

}  // namespace depeche::ui
