// Which passage of the document a pane shows, so that the other pane can go there.
#pragma once

namespace depeche::ui {

// The passage that a pane shows.
struct Reading {
  double source = 0;  // the place in the source (ui/page/page_map.h)…
  float line = 0;     // …that stands at this part of the window's height
};

}  // namespace depeche::ui
