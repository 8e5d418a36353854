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

struct Row {
  const Heading& heading;
  std::size_t index;  // in the outline
  int least;          // the level of the outermost headings
  bool is_current;    // the caret stands below it

  int depth() const { return heading.level - least; }
};

void draw_ground(Context& context, const Row& row, const Rect& rect, bool hovered) {
  if (row.is_current) {
    context.painter.fill(rect, context.theme.accent_wash, context.px(4));
    context.painter.fill({rect.x, rect.y, context.px(3), rect.height}, context.theme.accent);
  } else if (hovered) {
    context.painter.fill(rect, context.theme.pressed, context.px(4));
  }
}

void draw_name(Context& context, const Row& row, const Rect& rect, std::string_view name) {
  const layout::Style style = context.style(row.depth() == 0 ? Face::kInterfaceBold : Face::kInterface,
                                            kTextSize, row.is_current ? Ink::kAccent : Ink::kInk);
  const float x = rect.x + context.px(8) + context.px(kIndent) * static_cast<float>(row.depth());
  draw_label(context, style, x, rect.center_y(),
             shortened(context, style, name, rect.right() - context.px(8) - x));
}

// One that is out of sight in `area` is described all the same. Whether it was clicked.
bool draw_heading(Context& context, const Row& row, const Rect& rect, const Rect& area) {
  const std::string id = "outline/" + std::to_string(row.index);
  const std::string name =
      row.heading.title.empty() ? std::string(context.label("ui/untitled")) : row.heading.title;
  context.describe({.id = id,
                    .role = Role::kTreeItem,
                    .name = name,
                    .state = {.selected = row.is_current},
                    .action = NodeAction::kPress,
                    .level = row.depth() + 1},
                   rect);
  const Response response = context.react(id, rect);
  if (rect.bottom() < area.y || rect.y > area.bottom()) return response.clicked;
  draw_ground(context, row, rect, response.hovered);
  draw_name(context, row, rect, name);
  return response.clicked;
}

}  // namespace

void OutlinePane::draw(Context& context, const app::Model& model, app::Derived& derived, const Rect& area,
                       bool is_sheet) {
  if (!was_open_) context.focus = kFilterId;
  was_open_ = true;
  const Release& release = derived.release(model);
  shown_ = app::matching_headings(release, model.outline.filter);
  context.painter.push_clip(area);
  context.painter.fill(area, context.theme.desk);
  context.describe(
      {.id = "outline", .role = Role::kNavigation, .name = std::string(context.label("ui/outline"))}, area);
  const SemanticGroup group(context.semantics);
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

void OutlinePane::measure_rows(float row) {
  if (scroll_.flow().size() == shown_.size() && row == row_height_) return;
  const std::vector<float> heights(shown_.size(), row);
  scroll_.splice(0, scroll_.flow().size(), heights);
  row_height_ = row;
}

// Brings the heading that the caret is below into view when it has become another.
void OutlinePane::reveal(std::optional<std::size_t> current, const Rect& area) {
  if (current == revealed_) return;
  revealed_ = current;
  const auto place = std::find(shown_.begin(), shown_.end(), current.value_or(0));
  if (!current || place == shown_.end()) return;
  const double top = scroll_.flow().top(static_cast<std::size_t>(place - shown_.begin()));
  const double seen = scroll_.offset();
  const bool is_seen =
      top >= seen && top + static_cast<double>(row_height_) <= seen + static_cast<double>(area.height);
  if (!is_seen) scroll_.scroll_to(top - static_cast<double>(area.height / 3));
}

void OutlinePane::draw_headings(Context& context, const app::Model& model, const Release& release,
                                const Rect& area, bool is_sheet) {
  measure_rows(context.px(is_sheet ? kSheetRowHeight : kRowHeight));
  scroll_.begin(context, area, 0, context.px(12));
  int least = 6;
  for (const Heading& heading : release.outline) least = std::min(least, heading.level);
  const std::optional<std::size_t> current = app::heading_at(release, model.editor.selection.head);
  reveal(current, area);

  context.describe(
      {.id = "outline/tree", .role = Role::kTree, .name = std::string(context.label("ui/outline"))}, area);
  context.semantics.open();
  context.painter.push_clip(area);
  for (std::size_t i = 0; i < shown_.size(); ++i) {
    const float y = std::round(static_cast<float>(scroll_.origin() + scroll_.flow().top(i)));
    const Rect rect{area.x + context.px(8), y, area.width - context.px(16), row_height_};
    const Row row{release.outline[shown_[i]], shown_[i], least, current == shown_[i]};
    if (!draw_heading(context, row, rect, area)) continue;
    context.act(app::GoTo{{row.heading.span.begin, row.heading.span.begin}});
    if (is_sheet) context.act(app::ToggleOutline{});
    context.focus = kSourceId;
  }
  context.semantics.close();
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
  context.describe({.id = "outline/empty", .role = Role::kParagraph, .name = words}, area);
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
