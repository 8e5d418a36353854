#include "ui/kit/scroll_box.h"

#include <array>

namespace depeche::ui {

Rect ScrollBox::begin(Context& context, std::string_view content, const Rect& window, float height) {
  const std::array heights = {height};
  if (area_.flow().size() == 0) area_.splice(0, 0, heights);
  area_.flow().set_height(0, height);
  if (content_ != content) {
    content_ = content;
    area_.scroll_to(0);
  }
  area_.begin(context, window, 0, 0);
  context.painter.push_clip(window);
  return {window.x, static_cast<float>(area_.origin()), window.width, height};
}

void ScrollBox::end(Context& context) {
  area_.end(context);
  context.painter.pop_clip();
}

}  // namespace depeche::ui
