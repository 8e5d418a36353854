#include "ui/scroll_area.h"

#include <algorithm>
#include <cmath>

namespace depeche::ui {
namespace {

constexpr float kWheelStep = 100;  // CSS pixels, as browsers have it
constexpr float kBarWidth = 12;
constexpr float kThumbWidth = 6;
constexpr float kShortestThumb = 32;

}  // namespace

double ScrollArea::greatest_offset() const {
  const double content = flow_.total_height() + static_cast<double>(padding_top_ + padding_bottom_);
  return std::max(0.0, content - static_cast<double>(window_.height));
}

void ScrollArea::scroll_to(double offset) {
  if (flow_.size() == 0) return;
  anchor_ = flow_.anchor_at(std::round(std::clamp(offset, 0.0, greatest_offset())));
}

void ScrollArea::splice(std::size_t first, std::size_t removed, std::span<const float> estimates) {
  const bool at_top = anchor_.block == 0 && anchor_.into <= 0;
  if (at_top) {
    // stays at the top, whatever comes in there
  } else if (anchor_.block >= first + removed) {
    anchor_.block = anchor_.block - removed + estimates.size();
  } else if (anchor_.block >= first) {
    anchor_.block = std::min(anchor_.block, first + std::max<std::size_t>(estimates.size(), 1) - 1);
  }
  flow_.splice(first, removed, estimates);
  if (anchor_.block >= flow_.size()) anchor_ = {flow_.size() > 0 ? flow_.size() - 1 : 0, 0};
}

void ScrollArea::begin(Context& context, const Rect& window, float padding_top, float padding_bottom) {
  window_ = window;
  padding_top_ = padding_top;
  padding_bottom_ = padding_bottom;
  take_bar(context);
  const float wheel = context.points_at(window) ? context.pointing.wheel : 0;
  scroll_by(static_cast<double>(-wheel * context.px(kWheelStep)));
}

void ScrollArea::drag(Context& context, const Response& response) {
  if (!context.pointing.touch) return;
  if (response.held && !response.pressed) scroll_by(static_cast<double>(finger_ - context.pointing.y));
  finger_ = context.pointing.y;
}

Rect ScrollArea::track(Context& context) const {
  Rect window = window_;
  return window.take_right(context.px(kBarWidth)).inset(0, context.px(2));
}

float ScrollArea::thumb_length(Context& context, const Rect& track) const {
  const float content = window_.height + static_cast<float>(greatest_offset());
  return std::max(context.px(kShortestThumb), track.height * window_.height / content);
}

void ScrollArea::take_bar(Context& context) {
  const double greatest = greatest_offset();
  if (greatest < 1) return;
  const Rect track = this->track(context);
  const float length = thumb_length(context, track);
  const float travel = track.height - length;
  const Response response = context.react(id_ + "/scrollbar", track, Pointer::kDefault);
  bar_awake_ = response.hovered || response.held;
  if (response.pressed) {
    const float thumb = track.y + travel * static_cast<float>(offset() / greatest);
    const float into = context.pointing.y - thumb;
    grip_ = into >= 0 && into < length ? into : length / 2;
  }
  if (response.held && travel > 0 && (response.pressed || context.pointing.moved)) {
    const float at = std::clamp((context.pointing.y - grip_ - track.y) / travel, 0.0F, 1.0F);
    scroll_to(static_cast<double>(at) * greatest);
  }
}

void ScrollArea::draw_bar(Context& context) {
  const double greatest = greatest_offset();
  if (greatest < 1) return;
  const Rect track = this->track(context);
  const float length = thumb_length(context, track);
  const double share = std::clamp(offset() / greatest, 0.0, 1.0);
  const float top = track.y + (track.height - length) * static_cast<float>(share);
  const float thickness = context.px(kThumbWidth);
  const Rect thumb{std::round(track.center_x() - thickness / 2), std::round(top), thickness,
                   std::round(length)};
  context.painter.fill(thumb, with_alpha(context.theme.quiet, bar_awake_ ? 190 : 90), thickness / 2);
  context.describe({.id = id_ + "/scrollbar",
                    .role = "scrollbar",
                    .name = std::string(context.label("ui/scrollbar")),
                    .value = std::to_string(std::lround(100 * share)),
                    .action = "scroll"},
                   track);
}

}  // namespace depeche::ui
