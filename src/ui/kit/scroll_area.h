// A view of a flow of blocks that is longer than its window: wheel, finger, keys and scrollbar.
//
// The place is an anchor in the flow, so that blocks measured for the first time do not move what is seen. Wheel
// notches and jumps glide there in a fraction of a second, unless the system asks for no motion.
#pragma once

#include <optional>
#include <string>

#include "layout/flow.h"
#include "ui/kit/context.h"
#include "ui/kit/input.h"

namespace depeche::ui {

class ScrollArea {
 public:
  // `id` names the scrollbar: "source" makes "source/scrollbar".
  explicit ScrollArea(std::string id) : id_(std::move(id)) {}

  layout::Flow& flow() { return flow_; }
  const layout::Flow& flow() const { return flow_; }

  // To be called first in a frame: takes what the pointer does and keeps the place within the content. The
  // paddings are empty room above and below the blocks.
  void begin(Context& context, const Rect& window, float padding_top, float padding_bottom);

  // A finger that drags on the widget `id` of the window moves the content.
  void drag(Context& context, const Response& response);

  // Replaces `removed` blocks from `first` on by blocks of the heights `estimates`. The anchor stays with its
  // block, or at the top.
  void splice(std::size_t first, std::size_t removed, std::span<const float> estimates);

  // Where the flow's y = 0 is on the canvas.
  double origin() const { return window_.y + padding_top_ - offset(); }
  const Rect& window() const { return window_; }
  float padding_top() const { return padding_top_; }
  float padding_bottom() const { return padding_bottom_; }

  double offset() const { return flow_.position(anchor_); }  // pixels scrolled down
  const layout::Anchor& anchor() const { return anchor_; }
  void scroll_to(double offset);
  void scroll_by(double pixels) { scroll_to(offset() + pixels); }
  void glide_to(double offset);

  // Goes where another view leads; does not count as a move (see moves).
  void follow_to(double offset, bool at_once);

  // Where the view will come to rest, in pixels scrolled down.
  double goal() const { return goal_ ? flow_.position(*goal_) : offset(); }

  // How often the view was moved, other than by follow_to(): a view that follows this one compares.
  std::uint64_t moves() const { return moves_; }

  // Whether there is more than the window shows.
  bool scrolls() const { return greatest_offset() >= 1; }

  // How much of the way is above the window: 0 at the top, 1 at the end.
  float progress() const;

  // A key that scrolls; false for others.
  bool take_key(Context& context, const KeyPress& press);

  // To be called last in a frame: if what was described since begin() includes the widget that got the focus,
  // brings it into view; draws the bar over the content. Asks for another frame while the view glides.
  void end(Context& context);

 private:
  double greatest_offset() const;
  layout::Anchor anchor_for(double offset) const;
  void glide(Context& context);
  Rect track(Context& context) const;
  float thumb_length(Context& context, const Rect& track) const;
  void take_bar(Context& context);
  void draw_bar(Context& context);
  void show_focused(Context& context);

  std::string id_;
  layout::Flow flow_;
  layout::Anchor anchor_;
  std::optional<layout::Anchor> goal_;  // of a glide
  bool leads_ = false;                  // whether the glide is a move of its own
  double glided_ = 0;                   // when it went its last step
  std::uint64_t moves_ = 0;
  Rect window_;
  float padding_top_ = 0;
  float padding_bottom_ = 0;
  bool bar_awake_ = false;
  float grip_ = 0;    // where in the thumb the pointer holds it
  float finger_ = 0;  // where the finger was in the last frame
};

}  // namespace depeche::ui
