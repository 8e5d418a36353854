// Where a pane is in the document, so that the other can go to the same place.
#pragma once

namespace depeche::ui {

// The passage that a pane shows.
struct Reading {
  double source = 0;  // the place in the source (ui/page/page_map.h)…
  float line = 0;     // …that stands at this part of the window's height
};

}  // namespace depeche::ui
