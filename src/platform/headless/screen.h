// A screen that nobody sees: a Dear ImGui context of its own with box glyphs, for tests of the views.
//
// At most one at a time on a thread is current: the last one made.
#pragma once

#include <memory>

struct ImDrawData;
struct ImFontAtlas;
struct ImFontLoader;
struct ImGuiContext;

namespace depeche::platform {

class HeadlessScreen {
 public:
  // In physical pixels, as the context's DisplaySize.
  HeadlessScreen(float width, float height);
  ~HeadlessScreen();
  HeadlessScreen(const HeadlessScreen&) = delete;
  HeadlessScreen& operator=(const HeadlessScreen&) = delete;

  void resize(float width, float height);  // in physical pixels

  // Add the faces here before the first frame: ui::load_fonts(screen.fonts(), screen.loader()).
  ImFontAtlas& fonts();
  const ImFontLoader& loader() const;

  // Where the pointer is and whether its button is down, from the next frame on.
  void move_pointer(float x, float y);
  void press_pointer(bool down);
  void scroll(float steps);  // of the wheel; up is positive

  // Around the views' drawing. The draw lists live until the next begin_frame().
  void begin_frame(float seconds_since_last = 1.0F / 60);
  const ImDrawData& end_frame();

 private:
  ImGuiContext* context_;
};

}  // namespace depeche::platform
