// What the pointer does in this frame, from Dear ImGui's IO, and how it looks.
#pragma once

#include <cstdint>

namespace depeche::ui {

enum class Pointer : std::uint8_t { kDefault, kText, kHand, kResizeHorizontal, kCopy };

struct Pointing {
  float x = -1, y = -1;    // physical pixels; far off when there is no pointer
  bool pressed = false;    // the main button went down
  bool down = false;       // and is held
  bool released = false;   // or went up
  bool secondary = false;  // its other button went down, or a finger was held still
  int clicks = 0;          // when pressed: 1, 2 for a double click, 3…
  float wheel = 0;         // notches; positive: away from the person, which scrolls up
  float wheel_x = 0;       // notches; positive: scrolls left
  bool moved = false;
  bool touch = false;  // a finger: dragging scrolls
  bool shift = false;
  bool control = false;       // Ctrl, or Command
  bool alt = false;           // Alt, or Option
  bool more_to_come = false;  // events that wait for the next frame
};

Pointing read_pointing();

}  // namespace depeche::ui
