#include "layout/flow.h"

#include <algorithm>

namespace depeche::layout {

void Flow::splice(std::size_t first, std::size_t removed, std::span<const float> estimates) {
  first = std::min(first, size());
  removed = std::min(removed, size() - first);
  const auto position = heights_.begin() + static_cast<std::ptrdiff_t>(first);
  const std::size_t kept = std::min(removed, estimates.size());
  std::copy_n(estimates.begin(), kept, position);
  if (removed > kept) {
    heights_.erase(position + static_cast<std::ptrdiff_t>(kept),
                   position + static_cast<std::ptrdiff_t>(removed));
  } else {
    const auto added = estimates.subspan(kept);
    heights_.insert(position + static_cast<std::ptrdiff_t>(kept), added.begin(), added.end());
  }
  tops_.resize(size() + 1);
  summed_ = std::min(summed_, first + 1);
}

void Flow::set_height(std::size_t block, float height) {
  if (heights_[block] != height) summed_ = std::min(summed_, block + 1);
  heights_[block] = height;
}

void Flow::forget_heights(float factor) {
  for (float& height : heights_) height *= factor;
  summed_ = 1;
}

void Flow::sum_up_to(std::size_t block) const {
  for (; summed_ <= block; ++summed_)
    tops_[summed_] = tops_[summed_ - 1] + static_cast<double>(heights_[summed_ - 1]);
}

double Flow::top(std::size_t block) const {
  block = std::min(block, size());
  sum_up_to(block);
  return tops_[block];
}

std::size_t Flow::block_at(double y) const {
  while (summed_ < tops_.size() && tops_[summed_ - 1] <= y) sum_up_to(summed_);
  const auto known = tops_.begin() + static_cast<std::ptrdiff_t>(summed_);
  const auto after = std::upper_bound(tops_.begin(), known, y);
  if (after == tops_.begin()) return 0;
  return std::min(static_cast<std::size_t>(after - tops_.begin()) - 1, size() - 1);
}

Anchor Flow::anchor_at(double y) const {
  const std::size_t block = block_at(y);
  return {block, y - top(block)};
}

}  // namespace depeche::layout
