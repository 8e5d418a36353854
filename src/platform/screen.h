// The canvas as Dear ImGui sees it: its context, its pointer and keys, and the frames. A subclass supplies the
// glyphs and shows what was drawn: platform/web/screen.h in the browser, platform/headless/screen.h to nobody.
//
// One screen is current on a thread: the last one made.
#pragma once

#include "ui/draw/fonts.h"
#include "ui/kit/input.h"

struct ImDrawData;
struct ImFontLoader;
struct ImGuiContext;

namespace depeche::platform {

enum class PointerKind { kMouse, kTouch, kPen };

class Screen {
 public:
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;

  const ui::Fonts& fonts() const { return fonts_; }
  float scale() const { return scale_; }  // device pixel ratio

  void resize(const ui::Size& size, float scale);
  // Drops the glyphs of every size, e.g. because a web font has loaded. Between frames only.
  void forget_glyphs();

  void move_pointer(PointerKind kind, const ui::Point& place);
  void press_pointer(PointerKind kind, int button, bool down);  // 0 left, 1 right, 2 middle
  void leave_pointer();
  void scroll(float columns, float rows);  // wheel notches or parts of one; left and up are positive

  void set_modifiers(const ui::Modifiers& modifiers);  // that are held down, e.g. for a click
  void release_modifiers();                            // the window has lost the keyboard

  // Around the views' drawing. A pass whose result is not shown ends with discard_frame().
  void begin_frame(double now);  // seconds, of any clock that does not run backwards
  void discard_frame();
  void show_frame();

  // Events that Dear ImGui holds back for another frame, so that a quick click is a press and a release.
  bool has_pending_events() const;

 protected:
  // `loader` draws the glyphs and is of static storage; `kerning` may be null.
  explicit Screen(const ImFontLoader& loader, ui::Kerning kerning = nullptr);
  // Not virtual: no screen is deleted through this class, and the page in the browser, which keeps its screen for
  // good, need not carry the code.
  ~Screen();

 private:
  // Shows what was drawn, and serves the textures' requests. The data are good until the next frame.
  virtual void show(const ImDrawData& data) = 0;

  ImGuiContext* context_;
  ui::Fonts fonts_;
  float scale_ = 1;
  double last_frame_ = 0;
};

}  // namespace depeche::platform
