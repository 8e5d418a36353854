#include "ui/desk/view_switch.h"

#include <cmath>

#include "ui/kit/widgets.h"

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

Rect take_view_switch(const Context& context, Rect& strip) {
  return strip.take_right(4 * context.px(kButton) + context.px(kGap) + context.px(kMargin));
}

void draw_view_switch(Context& context, const app::Model& model, Rect room) {
  // The source stands on the left unless the panes are swapped: the icons show it so.
  const Icon source_icon = model.preferences.swapped ? Icon::kPageAlone : Icon::kSourceAlone;
  const Icon page_icon = model.preferences.swapped ? Icon::kSourceAlone : Icon::kPageAlone;
  const Choice choices[] = {
      {"view/source", "ui/source-alone", source_icon, app::Panes::kSource},
      {"view/both", "ui/both-panes", Icon::kBothPanes, app::Panes::kBoth},
      {"view/page", "ui/page-alone", page_icon, app::Panes::kPage},
  };
  context.describe({.id = "view", .role = Role::kToolbar, .name = std::string(context.label("ui/panes"))},
                   room);
  const SemanticGroup group(context.semantics);
  const float side = context.px(kButton);
  const auto next = [&] {
    const Rect place = room.take_left(side);
    return Rect{place.x, std::round(room.center_y() - side / 2), side, side};
  };
  const Button swap{.id = "view/swap",
                    .name = context.label("ui/swap-panes"),
                    .icon = Icon::kSwap,
                    .words = false,
                    .disabled = model.preferences.panes != app::Panes::kBoth};
  if (draw_button(context, swap, next())) context.act(app::SwapPanes{});
  room.take_left(context.px(kGap));
  for (const Choice& choice : choices) {
    const Button button{.id = choice.id,
                        .name = context.label(choice.name),
                        .icon = choice.icon,
                        .words = false,
                        .chosen = model.preferences.panes == choice.panes,
                        .is_switch = true};
    if (draw_button(context, button, next())) context.act(app::SetPanes{choice.panes});
  }
}

}  // namespace depeche::ui
