// What the page shows of a release's body: the blocks of the tree, and the footnotes behind them.
#pragma once

#include "release/release.h"
#include "ui/page/block_list.h"

namespace depeche::ui {

// Adds the blocks of the root's children from `begin` up to `end`; each is PageBlock::child of its blocks.
void add_body(BlockList& list, const Release& release, markdown::NodeId begin, markdown::NodeId end);

// Adds the footnotes that are referred to, in the order of their numbers (PageBlocks::footnotes), below a rule.
void add_footnotes(BlockList& list, const Release& release);

}  // namespace depeche::ui
