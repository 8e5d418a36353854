// Puts the blocks of the page one below the other, in the containers that are open.
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
  // What has been put together so far. Blocks and containers are added by the functions below alone.
  PageBlocks& page() { return page_; }
  const PageBlocks& page() const { return page_; }

  // Blocks from now on are of this child of the root; kNoNode: of none.
  void set_child(markdown::NodeId child) { child_ = child; }

  // The next block has this margin, whatever it asks for; 0: its own.
  void set_margin_of_next(float margin) { margin_of_next_ = margin; }

  // Adds a block at the end, with the containers opened since the last one. Of the block, its content, node,
  // source and margin count.
  void push(PageBlock block);

  // Opens a container in those that are open. `marker` stands before its first line. Of containers that begin
  // together, the outermost has its margin.
  void open(ContainerLook look, std::string_view marker, float margin);

  // Closes the innermost container. One that holds nothing gets an empty block, which shows its marker.
  void close();

  // How many items are open around the next block, and whether it stands in one directly.
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
