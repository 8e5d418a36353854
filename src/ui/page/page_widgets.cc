#include "ui/page/page_widgets.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "ui/kit/widgets.h"

namespace depeche::ui {
namespace {

SemanticNode button_named(std::string id, std::string_view name) {
  return {
      .id = std::move(id), .role = Role::kButton, .name = std::string(name), .action = NodeAction::kPress};
}

// An arrow of a slide show, around a point. Whether it was clicked.
bool draw_arrow(Context& context, std::string_view id, std::string_view name, Icon icon, float x, float y) {
  const float side = context.px(32);
  const Rect rect{std::round(x - side / 2), std::round(y - side / 2), side, side};
  const Rect clip = context.painter.clip();
  if (rect.y < clip.y || rect.bottom() > clip.bottom()) return false;
  const Response response = context.react(id, rect);
  if (response.hovered) context.painter.fill(rect, context.theme.pressed, side / 2);
  context.painter.icon(icon, rect.center_x(), rect.center_y(), context.px(20), context.theme.accent);
  context.describe(button_named(std::string(id), context.label(name)), rect);
  return response.clicked;
}

// The arrows below the pictures of a slide show, and which one it is. Gives the picture that is wanted.
std::size_t draw_slide_controls(Context& context, std::size_t count, const SetPicture& picture,
                                const Rect& content) {
  const std::size_t shown = picture.index;
  const float middle = content.y + picture.frame.height + context.px(22);
  const float center = content.x + content.width / 2;
  const std::string words = std::to_string(shown + 1) + " / " + std::to_string(count);
  const layout::Style style = context.style(Face::kInterface, 14, Ink::kQuiet);
  const float width = context.painter.text_width(style, words);
  draw_label(context, style, std::round(center - width / 2), middle, words);
  const float away = width / 2 + context.px(12) + context.px(32) / 2;
  std::size_t wanted = shown;
  if (draw_arrow(context, "page/slide/previous", "ui/slide-previous", Icon::kLeft, center - away, middle))
    wanted = (shown + count - 1) % count;
  if (draw_arrow(context, "page/slide/next", "ui/slide-next", Icon::kRight, center + away, middle))
    wanted = (shown + 1) % count;
  return wanted;
}

// The words in the frame of a missing picture that ask for the folder of pictures.
void take_folder_wish(Context& context, std::size_t index, const Rect& choose, const Rect& content) {
  if (choose.empty()) return;
  const Rect rect{content.x + choose.x, content.y + choose.y, choose.width, choose.height};
  const std::string id = "page/" + std::to_string(index) + "/folder";
  const Response response = context.react(id, rect);
  if (response.hovered) context.painter.frame(rect, context.theme.accent, context.px(4));
  if (response.clicked) context.act(app::ChooseFolder{});
  context.describe(button_named(id, context.label("ui/choose-folder")), rect);
}

// The bar in `track`, below the last row of a table. Gives how far the table is to be shifted.
float draw_bar(Context& context, const SetBlock& set, const Rect& track, float shift) {
  const float most = set.content_width - set.width;
  const float length = std::max(context.px(32), track.width * set.width / set.content_width);
  const float travel = track.width - length;
  const Response response =
      context.react("page/table/" + std::to_string(set.first_row), track, Pointer::kDefault);
  if (response.followed && travel > 0) shift = (context.pointing.x - track.x - length / 2) / travel * most;
  const float x = track.x + travel * std::clamp(shift / most, 0.0F, 1.0F);
  context.painter.fill({std::round(x), track.y + context.px(4), length, context.px(6)},
                       response.hovered || response.held ? context.theme.quiet : context.theme.thumb,
                       context.px(3));
  return shift;
}

// A wheel that turns sideways, or with Shift, scrolls a wide table from any row.
void scroll_table(Context& context, PageLayout& layout, std::size_t index, const SetBlock& set, float y) {
  if (set.content_width <= set.width) return;
  const Rect row{layout.sheet().column.x + set.left, y, set.width, set.height};
  float shift = layout.shift_of(set);
  if (context.points_at(row)) shift -= context.pointing.wheel_x * context.px(100);
  if (layout.is_last_row(index, set))
    shift = draw_bar(context, set, {row.x, y + set.height, row.width, context.px(12)}, shift);
  layout.shift_to(set, shift);
}

}  // namespace

std::optional<std::size_t> draw_widgets(Context& context, PageLayout& layout, std::size_t index,
                                        const SetBlock& set, float y) {
  if (set.table != markdown::kNoNode) scroll_table(context, layout, index, set, y);
  if (!set.picture) return std::nullopt;
  const Rect content = layout.content_of(set, y);
  take_folder_wish(context, index, set.picture->choose, content);
  const std::size_t count = layout.page().blocks[index].as<PagePictures>()->pictures.size();
  if (count < 2) return std::nullopt;
  return draw_slide_controls(context, count, *set.picture, content);
}

}  // namespace depeche::ui
