// Positions of many offsets, asked for in about the order of the text: each costs its distance from the last
// one, not the length of its line. A document may be one long line.
#pragma once

#include "base/span.h"
#include "text/text.h"

namespace depeche {

class PositionCursor {
 public:
  explicit PositionCursor(const Text& text) : text_(text) {}

  // As Text::position.
  Position at(Offset offset);

 private:
  Text text_;
  Offset offset_ = 0;
  Position position_;
};

}  // namespace depeche
