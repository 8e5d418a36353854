// The size at which a picture asks to be shown: the attributes `width` and `height` of <img>, as HTML has them
// ("Rules for parsing dimension values"). Themes of sites keep a picture's shape and bound it by the text's width;
// so does the page.
#pragma once

#include "markdown/tree.h"
#include "ui/kit/pictures.h"

namespace depeche::ui {

struct PictureSize {
  float width = 0;   // CSS pixels; 0: not said
  float height = 0;  // CSS pixels; 0: not said
  float share = 0;   // instead of `width`: a part of the width of the text, 1 for all of it

  bool operator==(const PictureSize&) const = default;
};

PictureSize size_of(const markdown::Tree& tree, markdown::NodeId image);

// The width in CSS pixels that a ready picture asks for in a line of `line` CSS pixels: its own width
// where nothing is said.
float wanted_width(const Picture& picture, const PictureSize& size, float line);

}  // namespace depeche::ui
