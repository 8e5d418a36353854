// Places and lengths on the screen, from the top left of the canvas.
//
// All that is drawn is in physical pixels of the canvas, as in Dear ImGui: Point, Size, Rect, and plain floats in
// `ui` unless they say otherwise. What the page around the canvas is told is in CSS pixels and has a type of its
// own, which only to_css() makes.
#pragma once

#include <algorithm>

namespace depeche::ui {

struct Point {
  float x = 0, y = 0;
};

struct Size {
  float width = 0, height = 0;
};

struct Rect {
  float x = 0, y = 0, width = 0, height = 0;

  float right() const { return x + width; }
  float bottom() const { return y + height; }
  float center_x() const { return x + width / 2; }
  float center_y() const { return y + height / 2; }
  bool empty() const { return width <= 0 || height <= 0; }
  bool contains(const Point& point) const { return contains(point.x, point.y); }
  bool contains(float px, float py) const { return px >= x && px < right() && py >= y && py < bottom(); }

  Rect inset(float horizontal, float vertical) const {
    return {x + horizontal, y + vertical, std::max(0.0F, width - 2 * horizontal),
            std::max(0.0F, height - 2 * vertical)};
  }

  // Cuts a strip off one side and returns it; what is left stays.
  Rect take_top(float size) {
    size = std::clamp(size, 0.0F, height);
    const Rect strip{x, y, width, size};
    y += size;
    height -= size;
    return strip;
  }
  Rect take_bottom(float size) {
    size = std::clamp(size, 0.0F, height);
    height -= size;
    return {x, bottom(), width, size};
  }
  Rect take_left(float size) {
    size = std::clamp(size, 0.0F, width);
    const Rect strip{x, y, size, height};
    x += size;
    width -= size;
    return strip;
  }
  Rect take_right(float size) {
    size = std::clamp(size, 0.0F, width);
    width -= size;
    return {right(), y, size, height};
  }
};

// In CSS pixels.
struct CssRect {
  float x = 0, y = 0, width = 0, height = 0;

  friend bool operator==(const CssRect&, const CssRect&) = default;
};

// `scale` is the device pixel ratio.
inline CssRect to_css(const Rect& rect, float scale) {
  return {rect.x / scale, rect.y / scale, rect.width / scale, rect.height / scale};
}

// The part of `rect` that lies in `clip`.
inline CssRect to_css(const Rect& rect, const Rect& clip, float scale) {
  const float left = std::clamp(rect.x, clip.x, clip.right());
  const float top = std::clamp(rect.y, clip.y, clip.bottom());
  const float right = std::clamp(rect.right(), left, std::max(left, clip.right()));
  const float bottom = std::clamp(rect.bottom(), top, std::max(top, clip.bottom()));
  return {left / scale, top / scale, (right - left) / scale, (bottom - top) / scale};
}

}  // namespace depeche::ui
