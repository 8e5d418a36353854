// The canvas as Dear ImGui sees it: its context, its pointer and keys, and the renderer behind it.
//
// All lengths are physical pixels of the canvas.
#pragma once

#include <string>

#include "platform/web/renderer.h"
#include "ui/draw/fonts.h"
#include "ui/kit/input.h"

struct ImGuiContext;

namespace depeche::platform {

class Screen {
 public:
  Screen();
  ~Screen();
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;

  const ui::Fonts& fonts() const { return fonts_; }
  float scale() const { return scale_; }  // device pixel ratio

  void resize(float width, float height, float scale);
  void forget_glyphs();

  enum class PointerKind { kMouse, kTouch, kPen };
  void move_pointer(PointerKind kind, float x, float y);
  void press_pointer(PointerKind kind, int button, bool down);  // 0 left, 1 right, 2 middle
  void leave_pointer();
  void scroll(float columns, float rows);  // wheel notches, fractions of one from a touchpad

  void set_modifiers(const ui::Modifiers& modifiers);  // that are held down, e.g. for a click
  void release_modifiers();                            // the window has lost the keyboard

  // Around the views' drawing. A pass whose result is not shown ends with discard_frame().
  void begin_frame(double now);  // seconds, of any clock that does not run backwards
  void discard_frame();
  void show_frame();

  // Events that Dear ImGui holds back for another frame, so that a quick click is a press and a release.
  bool has_pending_events() const;

  void restore() { renderer_.restore(); }

 private:
  ImGuiContext* context_;
  Renderer renderer_;
  ui::Fonts fonts_;
  float scale_ = 1;
  double last_frame_ = 0;
};

}  // namespace depeche::platform
