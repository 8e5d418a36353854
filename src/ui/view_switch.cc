#include "ui/view_switch.h"

#include <cmath>

#include "ui/widgets.h"

namespace depeche::ui {
namespace {

// CSS pixels.
constexpr float kButton = 32;
constexpr float kMargin = 12;
constexpr float kGap = 8;

struct Choice {
  std::string_view id;
  std::string_view name;
  Icon icon;
  app::Panes panes;
};

}  // namespace

void draw_view_switch(Context& context, const app::Model& model, Rect& strip) {
  // The source stands on the left unless the panes are swapped: the icons show it so.
  const Icon source_icon = model.swapped ? Icon::kPageAlone : Icon::kSourceAlone;
  const Icon page_icon = model.swapped ? Icon::kSourceAlone : Icon::kPageAlone;
  const Choice choices[] = {
      {"view/page", "ui/page-alone", page_icon, app::Panes::kPage},
      {"view/both", "ui/both-panes", Icon::kBothPanes, app::Panes::kBoth},
      {"view/source", "ui/source-alone", source_icon, app::Panes::kSource},
  };
  const float side = context.px(kButton);
  const auto next = [&] {
    const Rect place = strip.take_right(side);
    return Rect{place.x, std::round(strip.center_y() - side / 2), side, side};
  };
  strip.take_right(context.px(kMargin));
  for (const Choice& choice : choices) {
    const Button button{.id = choice.id,
                        .name = context.label(choice.name),
                        .icon = choice.icon,
                        .words = false,
                        .chosen = model.panes == choice.panes};
    if (draw_button(context, button, next())) context.act(app::SetPanes{choice.panes});
  }
  strip.take_right(context.px(kGap));
  const Button swap{.id = "view/swap",
                    .name = context.label("ui/swap-panes"),
                    .icon = Icon::kSwap,
                    .words = false,
                    .disabled = model.panes != app::Panes::kBoth};
  if (draw_button(context, swap, next())) context.act(app::SwapPanes{});
}

}  // namespace depeche::ui
