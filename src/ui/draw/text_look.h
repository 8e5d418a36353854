// How a stretch of text looks, before a view gives it a face, a size and a colour of its own.
#pragma once

#include <cstdint>

#include "ui/draw/paint.h"

namespace depeche::ui {

struct TextLook {
  bool bold = false;
  bool italic = false;
  bool code = false;
  bool struck = false;
  bool underlined = false;
  bool chip = false;    // on a quiet rounded background: what is no text of the release
  bool marked = false;  // as by a highlighter
  bool dotted = false;  // underlined with dots: an abbreviation that is explained
  bool small = false;
  std::int8_t script = 0;    // 1 above the line, -1 below it
  std::uint8_t heading = 0;  // its level, or 0
  Ink ink = Ink::kInk;
  bool operator==(const TextLook&) const = default;
};

}  // namespace depeche::ui
