// Content of a known height in a window that may be too low for it: then it scrolls, as a ScrollArea does.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "ui/kit/scroll_area.h"

namespace depeche::ui {

class ScrollBox {
 public:
  // `id` names the scrollbar, as in ScrollArea.
  explicit ScrollBox(std::string id) : area_(std::move(id)) {}

  // Begins the content called `content`, which is `height` pixels high, and returns its place: as wide as
  // `window`, its top above the window's when it is scrolled down. Until end(), only what is in the window is
  // drawn and reacts to the pointer. Content of another name than before begins at its top.
  Rect begin(Context& context, std::string_view content, const Rect& window, float height);
  void end(Context& context);

  // The next content begins at its top, even if it is the same.
  void forget() { content_.clear(); }

  // Whether a part of the content is out of sight.
  bool scrolls() const { return area_.scrolls(); }

 private:
  ScrollArea area_;
  std::string content_;
};

}  // namespace depeche::ui
