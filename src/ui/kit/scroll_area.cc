#include "ui/kit/scroll_area.h"

#include <algorithm>
#include <cmath>

namespace depeche::ui {
namespace {

constexpr float kWheelStep = 100;  // CSS pixels, as browsers have it
constexpr float kBarWidth = 12;
constexpr float kThumbWidth = 6;
constexpr float kShortestThumb = 32;
constexpr float kKeyStep = 40;  // CSS pixels

// CSS pixels around a widget that are brought into view with it: a field's label above, the ring of the
// focus.
constexpr float kRoomAbove = 34;
constexpr float kRoomBelow = 8;

// Seconds: of a glide, the time in which what is left of the way shrinks to a third; of a step, when frames
// are slow.
constexpr double kGlide = 0.04;
constexpr double kLongestStep = 0.05;

// Of a notch: what turns by less is a touchpad, whose fingers make the movement smooth themselves.
constexpr float kPartOfNotch = 0.5F;

}  // namespace

double ScrollArea::greatest_offset() const {
  const double content = flow_.total_height() + static_cast<double>(padding_top_ + padding_bottom_);
  return std::max(0.0, content - static_cast<double>(window_.height));
}

float ScrollArea::progress() const {
  const double greatest = greatest_offset();
  return greatest < 1 ? 0.0F : static_cast<float>(std::clamp(offset() / greatest, 0.0, 1.0));
}

// Whole pixels into a block, since all that stands in it does.
layout::Anchor ScrollArea::anchor_for(double offset) const {
  layout::Anchor anchor = flow_.anchor_at(std::clamp(offset, 0.0, greatest_offset()));
  anchor.into = std::round(anchor.into);
  return anchor;
}

void ScrollArea::scroll_to(double offset) {
  if (flow_.size() == 0) return;
  const layout::Anchor anchor = anchor_for(offset);
  goal_.reset();
  if (anchor.block == anchor_.block && anchor.into == anchor_.into) return;
  anchor_ = anchor;
  ++moves_;
}

void ScrollArea::glide_to(double offset) {
  if (flow_.size() == 0) return;
  goal_ = anchor_for(offset);
  leads_ = true;
}

void ScrollArea::follow_to(double offset, bool at_once) {
  if (flow_.size() == 0) return;
  const layout::Anchor anchor = anchor_for(offset);
  // What is near goes along with the view that leads, step by step.
  at_once = at_once || std::abs(offset - this->offset()) < static_cast<double>(window_.height) / 4;
  if (at_once) anchor_ = anchor;
  goal_ = at_once ? std::nullopt : std::optional(anchor);
  leads_ = false;
}

void ScrollArea::glide(Context& context) {
  const double passed = std::clamp(context.time - glided_, 0.0, kLongestStep);
  glided_ = context.time;
  if (!goal_) return;
  // What lies beyond may have become shorter on the way, once it was measured.
  goal_ = anchor_for(flow_.position(*goal_));
  const double remaining = flow_.position(*goal_) - offset();
  const double step = remaining * (1 - std::exp(-passed / kGlide));
  const bool arrives = std::abs(remaining - step) < 1 || context.still;
  anchor_ =
      arrives ? *goal_ : anchor_for(offset() + (std::abs(step) < 1 ? std::copysign(1, remaining) : step));
  if (arrives) goal_.reset();
  if (leads_) ++moves_;
}

bool ScrollArea::take_key(Context& context, const KeyPress& press) {
  const double line = static_cast<double>(context.px(kKeyStep));
  const double page = static_cast<double>(window_.height - context.px(kKeyStep));
  switch (press.key) {
    case Key::kUp:
      scroll_by(-line);
      return true;
    case Key::kDown:
      scroll_by(line);
      return true;
    case Key::kPageUp:
      glide_to(goal() - page);
      return true;
    case Key::kPageDown:
      glide_to(goal() + page);
      return true;
    case Key::kHome:
      glide_to(0);
      return true;
    case Key::kEnd:
      glide_to(greatest_offset());
      return true;
    case Key::kCharacter:
    case Key::kLeft:
    case Key::kRight:
    case Key::kEnter:
    case Key::kTab:
    case Key::kBackspace:
    case Key::kDelete:
    case Key::kMenu:
    case Key::kLineStart:
    case Key::kLineEnd:
    case Key::kLineRest:
    case Key::kEscape:
      return false;
  }
  return false;
}

void ScrollArea::splice(std::size_t first, std::size_t removed, std::span<const float> estimates) {
  const auto move = [&](layout::Anchor& anchor) {
    const bool at_top = anchor.block == 0 && anchor.into <= 0;
    if (at_top) return;  // stays at the top, whatever comes in there
    if (anchor.block >= first + removed) {
      anchor.block = anchor.block - removed + estimates.size();
    } else if (anchor.block >= first) {
      anchor.block = std::min(anchor.block, first + std::max<std::size_t>(estimates.size(), 1) - 1);
    }
  };
  move(anchor_);
  if (goal_) move(*goal_);
  flow_.splice(first, removed, estimates);
  if (anchor_.block >= flow_.size()) anchor_ = {flow_.size() > 0 ? flow_.size() - 1 : 0, 0};
  if (goal_ && goal_->block >= flow_.size()) goal_.reset();
}

void ScrollArea::begin(Context& context, const Rect& window, float padding_top, float padding_bottom) {
  // A window that becomes lower, as above a phone's keyboard, must not hide what has the keyboard.
  const bool resized = window.height != window_.height;
  context.sought = resized ? context.interaction.focused : context.interaction.reached;
  context.found.reset();
  window_ = window;
  padding_top_ = padding_top;
  padding_bottom_ = padding_bottom;
  glide(context);
  take_bar(context);
  const float wheel = context.points_at(window) ? context.pointing.wheel : 0;
  if (wheel != 0) {
    const auto way = static_cast<double>(-wheel * context.px(kWheelStep));
    if (context.still || std::abs(wheel) < kPartOfNotch) {
      scroll_by(way);
    } else {
      glide_to(goal() + way);
    }
  } else if (offset() > greatest_offset()) {
    anchor_ = anchor_for(offset());  // the content has become shorter
  }
}

void ScrollArea::drag(Context& context, const Response& response) {
  if (!context.pointing.touch) return;
  if (response.followed && !response.pressed) scroll_by(static_cast<double>(finger_ - context.pointing.y));
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
  if (!scrolls()) return;
  const double greatest = greatest_offset();
  const std::string id = id_ + "/scrollbar";
  if (const KeyPress* press = context.key_on(id)) take_key(context, *press);
  const Rect track = this->track(context);
  const float length = thumb_length(context, track);
  const float travel = track.height - length;
  const Response response = context.react(id, track, Pointer::kDefault);
  bar_awake_ = response.hovered || response.held;
  if (response.pressed) {
    const float thumb = track.y + travel * static_cast<float>(offset() / greatest);
    const float into = context.pointing.y - thumb;
    grip_ = into >= 0 && into < length ? into : length / 2;
  }
  if (response.followed && travel > 0 && (response.pressed || context.pointing.moved)) {
    const float at = std::clamp((context.pointing.y - grip_ - track.y) / travel, 0.0F, 1.0F);
    scroll_to(static_cast<double>(at) * greatest);
  }
}

void ScrollArea::end(Context& context) {
  show_focused(context);
  if (goal_) context.wake_in(0);
  draw_bar(context);
}

// Scrolls as little as is needed.
void ScrollArea::show_focused(Context& context) {
  context.sought.clear();
  if (!context.found) return;
  const Rect& widget = *context.found;
  const bool covers_window = widget.y <= window_.y && widget.bottom() >= window_.bottom();
  if (covers_window) return;
  const float above = window_.y + context.px(kRoomAbove) - widget.y;
  const float below = widget.bottom() + context.px(kRoomBelow) - window_.bottom();
  const std::uint64_t moves = moves_;
  if (above > 0) {
    scroll_by(static_cast<double>(-above));
  } else if (below > 0) {
    scroll_by(static_cast<double>(std::min(below, -above)));
  }
  if (moves_ != moves) context.wake_in(0);
}

void ScrollArea::draw_bar(Context& context) {
  if (!scrolls()) return;
  const Rect track = this->track(context);
  const float length = thumb_length(context, track);
  const double share = std::clamp(offset() / greatest_offset(), 0.0, 1.0);
  const float top = track.y + (track.height - length) * static_cast<float>(share);
  const float thickness = context.px(kThumbWidth);
  const Rect thumb{std::round(track.center_x() - thickness / 2), std::round(top), thickness,
                   std::round(length)};
  context.painter.fill(thumb, bar_awake_ ? context.theme.quiet : context.theme.thumb, thickness / 2);
  context.describe({.id = id_ + "/scrollbar",
                    .role = Role::kScrollbar,
                    .name = std::string(context.label("ui/scrollbar")),
                    .value = std::to_string(std::lround(100 * share)),
                    .action = NodeAction::kScroll},
                   track);
}

}  // namespace depeche::ui
