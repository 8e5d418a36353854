#include "ui/desk/outline_pane.h"

#include <algorithm>
#include <cmath>

#include "app/outline.h"
#include "ui/kit/text_field.h"
#include "ui/kit/widgets.h"

namespace depeche::ui {
namespace {

// CSS pixels.
constexpr float kHeadHeight = 44;
constexpr float kFieldHeight = 34;
constexpr float kRowHeight = 34;
constexpr float kSheetRowHeight = 44;
constexpr float kPadding = 16;
constexpr float kIndent = 14;
constexpr float kTextSize = 14;

constexpr std::string_view kFilterId = "outline/filter";

}  // namespace

void OutlinePane::draw(Context& context, const app::Model& model, app::Derived& derived, const Rect& area,
                       bool is_sheet) {
  if (!was_open_) context.focus = kFilterId;
  was_open_ = true;
  const Release& release = derived.release(model);
  shown_ = app::matching_headings(release, model.outline.filter);
  context.painter.push_clip(area);
  context.painter.fill(area, context.theme.desk);
  context.describe({.id = "outline", .role = "navigation", .name = std::string(context.label("ui/outline"))},
                   area);
  Rect rest = area;
  draw_head(context, model, rest);
  if (shown_.empty()) {
    draw_empty(context, model, rest);
  } else {
    draw_headings(context, model, release, rest, is_sheet);
  }
  context.painter.pop_clip();
}

void OutlinePane::draw_head(Context& context, const app::Model& model, Rect& rest) {
  const float padding = context.px(kPadding);
  const float size = context.px(32);
  const Rect head = rest.take_top(context.px(kHeadHeight));
  draw_label(context, context.style(Face::kInterfaceBold, kTextSize), head.x + padding, head.center_y(),
             context.label("ui/outline"));
  const Button close{
      .id = "outline/close", .name = context.label("ui/close"), .icon = Icon::kClose, .words = false};
  const Rect slot{head.right() - size - context.px(8), std::round(head.center_y() - size / 2), size, size};
  if (draw_button(context, close, slot)) {
    context.act(app::ToggleOutline{});
    context.focus = kSourceId;
  }
  Rect field = rest.take_top(context.px(kFieldHeight)).inset(padding, 0);
  rest.take_top(context.px(10));
  const TextField filter{.id = kFilterId,
                         .name = context.label("outline/filter"),
                         .value = model.outline.filter,
                         .placeholder = context.label("outline/filter"),
                         .icon = Icon::kFind};
  const FieldResponse response = draw_text_field(context, filter, field);
  if (response.entered) context.act(app::SetOutlineFilter{*response.entered});
  if (response.submitted && !shown_.empty()) context.focus = "outline/" + std::to_string(shown_.front());
}

void OutlinePane::draw_headings(Context& context, const app::Model& model, const Release& release,
                                const Rect& area, bool is_sheet) {
  const float row = context.px(is_sheet ? kSheetRowHeight : kRowHeight);
  if (scroll_.flow().size() != shown_.size() || row != row_height_) {
    const std::vector<float> heights(shown_.size(), row);
    scroll_.splice(0, scroll_.flow().size(), heights);
    row_height_ = row;
  }
  scroll_.begin(context, area, 0, context.px(12));
  int least = 6;
  for (const Heading& heading : release.outline) least = std::min(least, heading.level);
  const std::optional<std::size_t> current = app::heading_at(release, model.editor.selection.head);
  if (current != revealed_) {
    revealed_ = current;
    const auto place = std::find(shown_.begin(), shown_.end(), current.value_or(0));
    if (current && place != shown_.end()) {
      const double top = scroll_.flow().top(static_cast<std::size_t>(place - shown_.begin()));
      const double seen = scroll_.offset();
      const bool is_seen =
          top >= seen && top + static_cast<double>(row) <= seen + static_cast<double>(area.height);
      if (!is_seen) scroll_.scroll_to(top - static_cast<double>(area.height / 3));
    }
  }

  context.painter.push_clip(area);
  for (std::size_t i = 0; i < shown_.size(); ++i) {
    const auto y = static_cast<float>(scroll_.origin() + scroll_.flow().top(i));
    const Heading& heading = release.outline[shown_[i]];
    const bool is_current = current == shown_[i];
    const Rect rect{area.x + context.px(8), std::round(y), area.width - context.px(16), row};
    const std::string id = "outline/" + std::to_string(shown_[i]);
    const std::string name =
        heading.title.empty() ? std::string(context.label("ui/untitled")) : heading.title;
    context.describe({.id = id,
                      .role = "treeitem",
                      .name = name,
                      .state = is_current ? "selected" : "",
                      .action = "press",
                      .level = heading.level - least + 1},
                     rect);
    const Response response = context.react(id, rect);
    if (response.clicked) {
      context.act(app::GoTo{{heading.span.begin, heading.span.begin}});
      if (is_sheet) context.act(app::ToggleOutline{});
      context.focus = kSourceId;
    }
    if (rect.bottom() < area.y || rect.y > area.bottom()) continue;
    if (is_current) {
      context.painter.fill(rect, context.theme.accent_wash, context.px(4));
      context.painter.fill({rect.x, rect.y, context.px(3), rect.height}, context.theme.accent);
    } else if (response.hovered) {
      context.painter.fill(rect, context.theme.pressed, context.px(4));
    }
    const bool is_main = heading.level == least;
    const layout::Style style = context.style(is_main ? Face::kInterfaceBold : Face::kInterface, kTextSize,
                                              is_current ? Ink::kAccent : Ink::kInk);
    const float x = rect.x + context.px(8) + context.px(kIndent) * static_cast<float>(heading.level - least);
    draw_label(context, style, x, rect.center_y(),
               shortened(context, style, name, rect.right() - context.px(8) - x));
  }
  scroll_.end(context);
  context.painter.pop_clip();
}

void OutlinePane::draw_empty(Context& context, const app::Model& model, const Rect& area) {
  const bool filtered = !model.outline.filter.empty();
  const std::string words = filtered ? context.words.text({"outline/nothing-found", {model.outline.filter}})
                                     : std::string(context.label("outline/empty"));
  layout::ParagraphOptions options;
  options.base = context.style(Face::kInterface, kTextSize, Ink::kQuiet);
  options.width = area.width - 2 * context.px(kPadding);
  options.line_height = 1.5F;
  const auto text = context.paragraphs.get({words, {}}, options);
  context.painter.paragraph(*text, area.x + context.px(kPadding), area.y + context.px(4));
  context.describe({.id = "outline/empty", .role = "status", .name = words}, area);
}

float OutlinePane::wanted_height(const Context& context, std::size_t headings) const {
  return context.px(kHeadHeight + kFieldHeight + 10 + 12) +
         context.px(kSheetRowHeight) * static_cast<float>(headings);
}

void OutlinePane::close() {
  was_open_ = false;
  revealed_.reset();
}

}  // namespace depeche::ui
