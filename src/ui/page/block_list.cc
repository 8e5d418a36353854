#include "ui/page/block_list.h"

#include <algorithm>
#include <utility>

namespace depeche::ui {
namespace {

// What follows a heading belongs to it.
constexpr float kMarginAfterHeading = 14;

}  // namespace

void BlockList::push(PageBlock block) {
  block.container = open_.empty() ? kNoContainer : open_.back();
  if (!open_.empty()) block.inside = page_.containers[open_.back()].look;
  block.child = child_;
  block.containers = static_cast<std::uint32_t>(page_.containers.size());
  block.opens = static_cast<std::uint8_t>(std::min<std::size_t>(pending_, 255));
  block.marker = std::exchange(pending_marker_, {});
  if (pending_ > 0) block.margin = std::exchange(pending_margin_, 0.0F);
  const bool after_heading = !page_.blocks.empty() && page_.blocks.back().as<PageHeading>() != nullptr;
  if (after_heading) block.margin = std::min(block.margin, kMarginAfterHeading);
  if (margin_of_next_ > 0) block.margin = std::exchange(margin_of_next_, 0.0F);
  pending_ = 0;
  blocks_in_.resize(open_.size());
  for (std::size_t& count : blocks_in_) ++count;
  page_.blocks.push_back(std::move(block));
}

void BlockList::open(ContainerLook look, std::string_view marker, float margin) {
  page_.containers.push_back({look, open_.empty() ? kNoContainer : open_.back()});
  open_.push_back(static_cast<std::uint32_t>(page_.containers.size() - 1));
  blocks_in_.resize(open_.size());
  blocks_in_.back() = 0;
  if (pending_ == 0) pending_margin_ = margin;
  if (!pending_marker_.empty()) pending_marker_ += "  ";
  pending_marker_ += marker;
  ++pending_;
}

void BlockList::close() {
  if (blocks_in_[open_.size() - 1] == 0) push({});
  ++page_.blocks.back().closes;
  open_.pop_back();
  blocks_in_.resize(open_.size());
}

std::size_t BlockList::item_depth() const {
  return static_cast<std::size_t>(std::ranges::count_if(open_, [&](std::uint32_t container) {
    return page_.containers[container].look == ContainerLook::kItem;
  }));
}

bool BlockList::is_in_item() const {
  return !open_.empty() && page_.containers[open_.back()].look == ContainerLook::kItem;
}

}  // namespace depeche::ui
