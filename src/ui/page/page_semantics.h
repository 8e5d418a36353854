// The node of a block of the page: its words, and where they are written.
#pragma once

#include "ui/kit/semantics.h"
#include "ui/page/page_blocks.h"
#include "ui/page/page_text.h"

namespace depeche::ui {

// Whether a piece of text only stands for a decorative image on the screen, and is not to be read aloud.
bool is_silent(const Release& release, const PagePiece& piece);

// The node of block `index`, without bounds, its words cut (cut_long_words). Its source is the
// block's; of footnotes the end of the document, of what is below the body the place behind. Costs the block's text.
SemanticNode describe_block(const Release& release, const PageBlocks& page, std::size_t index);

}  // namespace depeche::ui
