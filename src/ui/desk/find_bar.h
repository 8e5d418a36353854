// The bar for find and replace, between the commands and the source.
#pragma once

#include "app/derived.h"
#include "app/model.h"
#include "ui/kit/context.h"

namespace depeche::ui {

class FindBar {
 public:
  // Its height on a pane of `width`; 0 while it is closed. In a `low` window its rows are lower.
  float height(Context& context, const app::Model& model, app::Derived& derived, float width, bool low) const;

  void draw(Context& context, const app::Model& model, app::Derived& derived, const Rect& area, bool low);

 private:
  void draw_query(Context& context, const app::Model& model, const editor::Search& search, Rect row);
  void draw_options(Context& context, const app::Model& model, Rect& row);
  void draw_replacement(Context& context, const app::Model& model, Rect row);

  std::uint64_t asked_ = 0;  // app::FindBar::asked as last served
};

}  // namespace depeche::ui
