// What a person has selected on the page, and what a copy of it holds.
#pragma once

#include <compare>
#include <string>
#include <vector>

#include "ui/page/page_blocks.h"
#include "ui/page/page_text.h"

namespace depeche::ui {

// The texts of a block in the order in which they are selected: one of most blocks, one for each cell of a row,
// each tag, the name and each detail of a contact; none of pictures, files and rules. Texts that are not from the
// body have no pieces.
std::vector<PageText> texts_of(const Release& release, const PageBlocks& page, const PageBlock& block);

// A place between two characters of the page's text.
struct PagePlace {
  std::size_t block = 0;
  std::size_t text = 0;  // which of the block's texts
  Offset offset = 0;     // in its bytes
  auto operator<=>(const PagePlace&) const = default;
};

// From where the selection began to where it goes, forward or backward.
struct PageSelection {
  PagePlace anchor;
  PagePlace head;

  const PagePlace& first() const { return std::min(anchor, head); }
  const PagePlace& last() const { return std::max(anchor, head); }
  bool empty() const { return anchor == head; }

  // The part of a text of `size` bytes that is selected.
  Span within(std::size_t block, std::size_t text, Offset size) const;
};

struct PageCopy {
  std::string text;  // empty lines between blocks, tabs between cells
  std::string html;  // a fragment with the elements that the looks stand for
};

PageCopy copy_of(const Release& release, const PageBlocks& page, const PageSelection& selection);

}  // namespace depeche::ui
