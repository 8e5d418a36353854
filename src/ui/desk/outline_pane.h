// The headings of the release, to go to: a pane at the left of a wide window, a sheet over a narrower one.
#pragma once

#include "app/derived.h"
#include "app/model.h"
#include "ui/kit/context.h"
#include "ui/kit/scroll_area.h"

namespace depeche::ui {

class OutlinePane {
 public:
  // `is_sheet`: it covers the panes, and closes when a heading is chosen.
  void draw(Context& context, const app::Model& model, app::Derived& derived, const Rect& area,
            bool is_sheet);

  // The height that a sheet needs for so many headings.
  float wanted_height(const Context& context, std::size_t headings) const;

  void close();
  void reset_layout() { scroll_.flow().forget_heights(1); }

 private:
  void draw_head(Context& context, const app::Model& model, Rect& rest);
  void measure_rows(float row);
  void reveal(std::optional<std::size_t> current, const Rect& area);
  void draw_headings(Context& context, const app::Model& model, const Release& release, const Rect& area,
                     bool is_sheet);
  void draw_empty(Context& context, const app::Model& model, const Rect& area);

  ScrollArea scroll_{"outline"};
  std::vector<std::size_t> shown_;  // indices into the outline
  float row_height_ = 0;
  bool was_open_ = false;
  std::optional<std::size_t> revealed_;  // the current heading that was last brought into view
};

}  // namespace depeche::ui
