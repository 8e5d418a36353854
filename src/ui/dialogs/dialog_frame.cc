#include "ui/dialogs/dialog_frame.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "layout/paragraph.h"

namespace depeche::ui {
namespace {

// CSS pixels.
constexpr float kPadding = 28;
constexpr float kNarrowPadding = 20;
constexpr float kOutside = 32;
constexpr float kNarrowOutside = 8;
constexpr float kAbove = 8;  // and below, at least
constexpr float kNarrow = 600;
constexpr float kButtonHeight = 40;
constexpr float kButtonGap = 8;
constexpr float kFootGap = 26;
constexpr float kScrolledFootGap = 12;
constexpr float kMinSeen = 120;   // of what scrolls above buttons that stay
constexpr float kTextInset = 12;  // of a button without a frame
constexpr float kRise = 0.38F;    // how much of the room is above the box

bool is_narrow(const Context& context, const Rect& screen) {
  return screen.width < context.px(kNarrow);
}

float padding_of(const Context& context, const Rect& screen) {
  return context.px(is_narrow(context, screen) ? kNarrowPadding : kPadding);
}

float row_width(Context& context, std::span<const Button* const> row) {
  float width = context.px(kButtonGap) * static_cast<float>(row.size() - 1);
  for (const Button* button : row) width += width_of(context, *button);
  return width;
}

// The buttons in as few rows as they fit, in the order in which they are seen.
using Row = std::vector<const Button*>;
std::vector<Row> rows_of(Context& context, const DialogButtons& buttons, float width) {
  Row all;
  if (buttons.another) all.push_back(&*buttons.another);
  if (buttons.cancel) all.push_back(&*buttons.cancel);
  all.push_back(&buttons.accept);
  std::vector<Row> rows;
  while (row_width(context, all) > width && all.size() > 1) {
    rows.push_back({all.front()});
    all.erase(all.begin());
  }
  rows.push_back(std::move(all));
  return rows;
}

float foot_height(const Context& context, std::size_t rows) {
  return context.px(kButtonHeight) * static_cast<float>(rows) +
         context.px(kButtonGap) * static_cast<float>(rows - 1);
}

std::shared_ptr<const layout::Paragraph> set_title(Context& context, const DialogLook& look, float width) {
  layout::ParagraphOptions options;
  options.base = context.style(Face::kInterfaceBold, 20);
  options.width = width;
  options.line_height = 1.3F;
  return context.paragraphs.get({look.title, {}}, options);
}

DialogChoice draw_row(Context& context, const DialogButtons& buttons, const Row& row, Rect rest) {
  DialogChoice choice = DialogChoice::kNone;
  const auto draw = [&](const Button& button, const Rect& place) {
    if (!draw_button(context, button, place)) return;
    choice = &button == &buttons.accept                      ? DialogChoice::kAccept
             : buttons.cancel && &button == &*buttons.cancel ? DialogChoice::kCancel
                                                             : DialogChoice::kAnother;
  };
  // From the right, which is where their room is known; drawn from the left, as the keyboard goes.
  std::vector<Rect> places(row.size());
  for (std::size_t i = row.size(); i-- > 0;) {
    const bool is_apart = buttons.another && row[i] == &*buttons.another;
    Rect from_text = rest;  // a button without a frame: its words begin where the others do
    from_text.x -= context.px(kTextInset);
    places[i] = is_apart ? from_text.take_left(width_of(context, *row[i]))
                         : rest.take_right(width_of(context, *row[i]));
    rest.take_right(context.px(kButtonGap));
  }
  for (std::size_t i = 0; i < row.size(); ++i) draw(*row[i], places[i]);
  return choice;
}

}  // namespace

float DialogFrame::content_width(const Context& context, const DialogLook& look, const Rect& screen) {
  const float outside = context.px(is_narrow(context, screen) ? kNarrowOutside : kOutside);
  const float width = std::min(context.px(look.width), screen.width - 2 * outside);
  return std::max(0.0F, width - 2 * padding_of(context, screen));
}

Rect DialogFrame::begin(Context& context, const DialogLook& look, const Rect& screen, float height) {
  const float padding = padding_of(context, screen);
  const float width = content_width(context, look, screen);
  const auto title = set_title(context, look, width);
  const float buttons = foot_height(context, rows_of(context, look.buttons, width).size());
  const float said = padding + title->height() + height;
  const float foot = context.px(kFootGap) + buttons + padding;
  const float scrolled_foot = context.px(kScrolledFootGap) * 2 + buttons;
  const float most = std::max(0.0F, screen.height - 2 * context.px(kAbove));
  const bool scrolls = said + foot > most;
  is_foot_apart_ = !scrolls || most - scrolled_foot >= context.px(kMinSeen);

  box_ = {std::round(screen.center_x() - width / 2 - padding), 0, width + 2 * padding,
          std::min(said + foot, most)};
  const bool at_top = look.high && is_narrow(context, screen);
  box_.y =
      screen.y + (at_top ? context.px(kAbove)
                         : std::round(std::max(context.px(kAbove), (screen.height - box_.height) * kRise)));
  context.painter.fill(screen, context.theme.veil);
  context.painter.fill(box_, context.theme.paper, context.px(6));
  context.describe(
      {.id = look.id, .role = Role::kDialog, .name = look.title, .described_by = look.described_by}, box_);
  context.semantics.open();

  Rect window = box_;
  if (is_foot_apart_) {
    foot_ = window.take_bottom(scrolls ? scrolled_foot : foot);
    foot_ = foot_.inset(padding, 0);
    foot_.y += scrolls ? context.px(kScrolledFootGap) : context.px(kFootGap);
    foot_.height = buttons;
  }
  Rect place = content_.begin(context, look.id, window, is_foot_apart_ ? said : said + foot);
  place = place.inset(padding, 0);
  place.take_top(padding);
  context.painter.paragraph(*title, place.x, place.y);
  context.describe({.id = look.id + "/title", .role = Role::kHeading, .name = look.title, .level = 2},
                   {place.x, place.y, width, title->height()});
  place.take_top(title->height());
  if (!is_foot_apart_) foot_ = {place.x, place.y + height + context.px(kFootGap), width, buttons};
  place.height = height;
  return place;
}

DialogChoice DialogFrame::end(Context& context, const DialogLook& look) {
  if (is_foot_apart_) content_.end(context);
  if (is_foot_apart_ && content_.scrolls())
    context.painter.horizontal(box_.x, foot_.y - context.px(kScrolledFootGap), box_.width,
                               context.theme.hairline);
  DialogChoice choice = DialogChoice::kNone;
  Rect rest = foot_;
  for (const Row& row : rows_of(context, look.buttons, foot_.width)) {
    const DialogChoice pressed =
        draw_row(context, look.buttons, row, rest.take_top(context.px(kButtonHeight)));
    if (pressed != DialogChoice::kNone) choice = pressed;
    rest.take_top(context.px(kButtonGap));
  }
  if (!is_foot_apart_) content_.end(context);
  context.semantics.close();
  const bool outside = context.pointing.pressed && !box_.contains(context.pointing.x, context.pointing.y);
  return outside ? DialogChoice::kOutside : choice;
}

}  // namespace depeche::ui
