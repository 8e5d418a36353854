// Which passage of the source stands where on the page, and the other way round.
//
// A place in the source is an offset, with a fraction where a line between two blocks is meant; a place on
// the page is a height in its flow of blocks. The page shows some of the source out of order (the title above
// the date that is written before it, attachments and notes at the end): such blocks have no part in the map,
// so that going down in the one is going down in the other.
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

  // `room` is what the view leaves empty above and below the blocks: its far ends are those of the source.
  double source_at(const layout::Flow& flow, double room, double y) const;
  double height_at(const layout::Flow& flow, double room, double source) const;

  // The block that shows this place of the source; the last one where several do. None for what does not
  // show.
  std::optional<std::size_t> block_of(const PageBlocks& page, Offset source) const;

 private:
  struct Step {
    std::size_t block;
    Offset source;
  };
  // The places where the block and the source begin together, both growing; the two ends are added in the
  // calculation.
  std::vector<Step> steps_;
  Offset text_size_ = 0;
};

}  // namespace depeche::ui
