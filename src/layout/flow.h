// Blocks one below the other, of which only those that were seen have been measured.
//
// A block that was never in view has an estimated height, which is made exact when it comes into view. Positions
// are kept as anchors (a block and pixels into it), so that a new height above the view does not move the view.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace depeche::layout {

// A place in a flow.
struct Anchor {
  std::size_t block = 0;
  double into = 0;  // pixels below the block's top
};

class Flow {
 public:
  std::size_t size() const { return heights_.size(); }

  // Replaces `removed` blocks from `first` on by blocks with these estimated heights.
  void splice(std::size_t first, std::size_t removed, std::span<const float> estimates);

  void set_height(std::size_t block, float height);

  // All heights are estimates from now on (the width has changed): `factor` times what they were.
  void forget_heights(float factor);

  float height(std::size_t block) const { return heights_[block]; }
  double top(std::size_t block) const;  // of a block, or of the end when it is size(); from the flow's top
  double total_height() const { return top(size()); }

  // The block that covers y; beyond the ends, the first or the last one. The flow must not be empty.
  std::size_t block_at(double y) const;

  double position(Anchor anchor) const { return top(anchor.block) + anchor.into; }
  Anchor anchor_at(double y) const;

 private:
  void sum_up_to(std::size_t block) const;

  std::vector<float> heights_;
  // tops_[i] is valid for i < summed_; computed only as far as needed.
  mutable std::vector<double> tops_{0};
  mutable std::size_t summed_ = 1;
};

}  // namespace depeche::layout
