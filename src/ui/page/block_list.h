// Builds the list of the page's blocks, each in the containers that are open.
#pragma once

#include <string>
#include <vector>

#include "ui/page/page_blocks.h"

namespace depeche::ui {

// CSS pixels, above a block.
inline constexpr float kTightMargin = 6;
inline constexpr float kParagraphMargin = 18;
inline constexpr float kBlockMargin = 24;
inline constexpr float kMarginOfBody = 28;  // below what the front matter says

class BlockList {
 public:
  // What has been built so far. Add blocks and containers only by the functions below.
  PageBlocks& page() { return page_; }
  const PageBlocks& page() const { return page_; }

  // Blocks added from now on belong to this child of the root; kNoNode: to none.
  void set_child(markdown::NodeId child) { child_ = child; }

  // The next block gets this margin instead of the one that it asks for; 0: its own.
  void set_margin_of_next(float margin) { margin_of_next_ = margin; }

  // Adds a block at the end, with the containers opened since the last one. The content, node, source, margin and
  // leads_to of `block` are kept; all else is set here. The margin is smaller behind a heading.
  void push(PageBlock block);

  // Opens a container in the innermost open one. `marker` is shown before its first line. Of containers that
  // begin together, only the margin of the outermost counts.
  void open(ContainerLook look, std::string_view marker, float margin);

  // Closes the innermost container. An empty one gets an empty block, to show its marker.
  void close();

  // How many items are open around the next block, and whether the innermost container is one.
  std::size_t item_depth() const;
  bool is_in_item() const;

 private:
  PageBlocks page_;
  markdown::NodeId child_ = markdown::kNoNode;
  std::vector<std::uint32_t> open_;
  std::vector<std::size_t> blocks_in_;  // of each open container
  std::size_t pending_ = 0;             // containers opened since the last block
  float pending_margin_ = 0;
  std::string pending_marker_;
  float margin_of_next_ = 0;
};

}  // namespace depeche::ui
