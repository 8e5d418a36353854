// Maps passages of the source to places on the page, and back.
//
// A place in the source is an offset, with a fraction where a line between two blocks is meant; a place on the
// page is a height in its flow of blocks. The page shows some of the source out of order (the title above the
// date that is written before it, attachments and notes at the end): such blocks are left out of the map, so that
// going down in the one is going down in the other.
#pragma once

#include <optional>
#include <vector>

#include "layout/flow.h"
#include "ui/page/page_blocks.h"

namespace depeche::ui {

class PageMap {
 public:
  PageMap() = default;
  PageMap(const PageBlocks& page, Offset text_size);

  // `room` is the empty height above and below the blocks: its far ends map to the ends of the source.
  double source_at(const layout::Flow& flow, double room, double y) const;
  double height_at(const layout::Flow& flow, double room, double source) const;

  // The block that shows this place of the source; of several, the one with the shortest source, and of equal
  // ones the last. None if no block does.
  std::optional<std::size_t> block_of(const PageBlocks& page, Offset source) const;

 private:
  struct Step {
    std::size_t block;
    Offset source;
  };
  // Where blocks begin on the page and in the source, ascending in both. The two ends are added in the calculation.
  std::vector<Step> steps_;
  Offset text_size_ = 0;
};

}  // namespace depeche::ui
