// The page as the site will publish it: a sheet of paper on the desk.
#pragma once

#include <optional>
#include <string_view>

#include "ui/kit/reading.h"
#include "ui/page/page_gestures.h"
#include "ui/page/page_layout.h"

namespace depeche::ui {

class PageView {
 public:
  void draw(Context& context, const app::Model& model, app::Derived& derived, const Rect& area);

  // The fonts or the scale have changed.
  void reset_layout() { layout_.reset(); }

  // For the other pane to follow, and to follow it (ui/kit/reading.h). The next draw() does what follow() asks for.
  std::uint64_t moves() const { return layout_.scroll().moves(); }
  Reading reading() const;
  void follow(const Reading& reading, bool at_once);

  // Whether "copy" and "select all" mean the page: the person pressed on it last.
  bool has_focus() const { return gestures_.has_focus(); }
  void leave_focus() { gestures_.leave_focus(); }
  void select_all() { gestures_.select_all(layout_.page()); }
  // What is selected, if has_focus(). `release` is the one that was drawn last.
  std::optional<PageCopy> copy(const Release& release) const;

 private:
  // Blocks [first, last), laid out.
  struct InSight {
    std::size_t first = 0, last = 0;
  };

  void follow_all(Context& context, const app::Model& model, app::Derived& derived, const Rect& area);
  void serve_reading();
  void show_caret(Context& context, const app::Model& model);
  InSight lay_out_in_sight(Context& context, const Release& release, const Rect& area);
  void draw_blocks(Context& context, const Release& release, const InSight& sight, const Rect& area);
  void draw_block(Context& context, const Release& release, std::size_t index, float y);
  void take_input(Context& context, const Release& release, const Rect& area);

  void describe_page(Context& context, const Rect& area);
  void describe(Context& context, const Release& release, std::size_t index, const SetBlock& set, float y);
  void describe_links(Context& context, const Release& release, std::size_t index, const SetText& text,
                      const Rect& content);

  PageLayout layout_;
  PageGestures gestures_;

  std::optional<Reading> wanted_;
  bool at_once_ = false;
  std::optional<Offset> caret_;             // of the source, as last shown
  std::optional<std::size_t> caret_block_;  // where it stands on the page
  std::optional<std::size_t> slide_;        // of the slide show, to be shown next
};

}  // namespace depeche::ui
