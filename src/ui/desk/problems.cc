#include "ui/desk/problems.h"

#include <array>
#include <cmath>

#include "ui/kit/sign.h"
#include "ui/kit/widgets.h"

namespace depeche::ui {
namespace {

// CSS pixels.
constexpr float kSummaryHeight = 40;
constexpr float kItemHeight = 44;
constexpr float kEdge = 24;
constexpr float kNarrowEdge = 16;
constexpr float kTextSize = 14;
constexpr float kNarrow = 640;
constexpr float kGreatestShare = 0.45F;  // of the window

std::string counted(const Context& context, std::string_view kind, std::size_t count) {
  const std::string key = "ui/" + std::string(kind) + (count == 1 ? "-one" : "-many");
  return context.words.text({key, {std::to_string(count)}});
}

}  // namespace

float Problems::height(Context& context, const app::Model& model, std::size_t count, float available) const {
  const float closed = context.px(kSummaryHeight);
  if (!model.problems_open || count == 0) return closed;
  // As high as its items, once they have been measured; guessed until then.
  const float guess = context.px(kItemHeight) * static_cast<float>(count);
  const float items = count == count_ ? static_cast<float>(scroll_.flow().total_height()) : guess;
  return std::min(closed + items + context.px(8), std::max(closed, std::floor(available * kGreatestShare)));
}

void Problems::reset_layout() {
  scroll_.flow().forget_heights(1);
}

void Problems::draw_summary(Context& context, const app::Model& model,
                            std::span<const Diagnostic> diagnostics, const Rect& area) {
  const std::size_t count = diagnostics.size();
  const Response response =
      context.react("problems/toggle", area, count > 0 ? Pointer::kHand : Pointer::kDefault);
  if (response.hovered && count > 0) context.painter.fill(area, context.theme.desk);
  context.painter.horizontal(area.x, area.y, area.width, context.theme.hairline);

  const bool narrow = area.width < context.px(kNarrow);
  const layout::Style style = context.style(Face::kInterface, kTextSize);
  float x = area.x + context.px(narrow ? kNarrowEdge : kEdge);
  std::string name;
  const auto say = [&](const Sign& sign, const std::string& words) {
    context.painter.icon(sign.icon, x + context.px(8), area.center_y(), context.px(16), sign.colour);
    x = draw_label(context, style, x + context.px(24), area.center_y(), words) + context.px(20);
    if (!name.empty()) name += ", ";
    name += words;
  };
  if (count == 0) {
    say({Icon::kAllGood, context.theme.success}, std::string(context.label("ui/problems-none")));
  }
  struct Kind {
    Severity severity;
    std::string_view key;
  };
  constexpr std::array kKinds = {Kind{Severity::kError, "errors"}, Kind{Severity::kWarning, "problems"},
                                 Kind{Severity::kHint, "hints"}};
  for (const Kind& kind : kKinds) {
    std::size_t of_kind = 0;
    for (const Diagnostic& diagnostic : diagnostics) of_kind += diagnostic.severity == kind.severity ? 1 : 0;
    if (of_kind > 0) say(sign_of(kind.severity, context.theme), counted(context, kind.key, of_kind));
  }
  if (count > 0) {
    context.painter.icon(model.problems_open ? Icon::kDown : Icon::kUp,
                         area.right() - context.px(narrow ? kNarrowEdge : kEdge) - context.px(8),
                         area.center_y(), context.px(20), context.theme.quiet);
  }
  context.describe({.id = "problems/toggle",
                    .role = "button",
                    .name = name,
                    .state = model.problems_open && count > 0 ? "expanded"
                             : count > 0                      ? "collapsed"
                                                              : "disabled",
                    .action = count > 0 ? "press" : ""},
                   area);
  if (response.clicked && count > 0) context.act(app::ToggleProblems{});
}

float Problems::draw_item(Context& context, const app::Model& model, const Diagnostic& diagnostic,
                          std::size_t index, const Rect& area, float y) {
  const bool narrow = area.width < context.px(kNarrow);
  const float edge = context.px(narrow ? kNarrowEdge : kEdge);
  const std::string id = "problems/" + std::to_string(index);
  const std::string message = context.words.text(diagnostic.message);
  const std::string place = context.words.text(
      {"ui/problem-place", {std::to_string(model.editor.text.position(diagnostic.span.begin).line)}});
  const layout::Style quiet = context.style(Face::kInterface, 13, Ink::kQuiet);

  // The mend stands at the right, below the message on a phone.
  std::vector<Button> fixes;
  std::vector<std::string> names;
  names.reserve(diagnostic.fixes.size() * 2);
  for (std::size_t i = 0; i < std::min<std::size_t>(diagnostic.fixes.size(), 2); ++i) {
    names.push_back(id + "/fix/" + std::to_string(i));
    names.push_back(context.words.text(diagnostic.fixes[i].title));
    fixes.push_back({.id = names[2 * i], .name = names[2 * i + 1], .look = ButtonLook::kOutlined});
  }
  float fixes_width = 0;
  for (const Button& fix : fixes)
    fixes_width += width_of(context, fix) + (fixes_width > 0 ? context.px(8) : 0);

  const float text_x = area.x + edge + context.px(28);
  const float place_width = context.painter.text_width(quiet, place) + context.px(16);
  layout::ParagraphOptions options;
  options.base = context.style(Face::kInterface, kTextSize);
  options.line_height = 1.45F;
  options.width = area.right() - edge - text_x - (narrow ? 0 : place_width + fixes_width);
  const auto text = context.paragraphs.get({message, {}}, options);
  const float padding = context.px(11);
  const float button_height = context.px(32);
  float height = text->height() + 2 * padding;
  if (narrow) {
    height += context.px(20);
    if (!fixes.empty()) height += button_height + context.px(8);
  }
  height = std::max(height, context.px(kItemHeight));
  const Rect row{area.x, y, area.width, height};

  // The buttons lie on the row: they take the pointer first.
  Rect slots =
      narrow
          ? Rect{text_x, row.bottom() - padding - button_height, row.right() - edge - text_x, button_height}
          : Rect{row.right() - edge - fixes_width,
                 row.y + std::round((std::min(height, context.px(kItemHeight)) - button_height) / 2),
                 fixes_width, button_height};
  bool on_fix = slots.contains(context.pointing.x, context.pointing.y) && !fixes.empty();
  const Response response = on_fix ? Response{} : context.react(id, row);
  if (response.hovered) context.painter.fill(row, context.theme.desk);
  if (index > 0) context.painter.horizontal(text_x, y, row.right() - edge - text_x, context.theme.hairline);

  const Sign sign = sign_of(diagnostic.severity, context.theme);
  const float first_line =
      y + (narrow ? padding : std::round((height - text->height()) / 2)) + text->lines().front().height / 2;
  context.painter.icon(sign.icon, area.x + edge + context.px(8), first_line, context.px(16), sign.colour);
  const float text_y = narrow ? y + padding : y + std::round((height - text->height()) / 2);
  context.painter.paragraph(*text, text_x, text_y);
  if (narrow) {
    draw_label(context, quiet, text_x, text_y + text->height() + context.px(10), place);
  } else {
    draw_label(context, quiet,
               row.right() - edge - fixes_width - place_width + (fixes.empty() ? context.px(16) : 0),
               first_line, place);
  }
  context.describe(
      {.id = id,
       .role = "listitem",
       .name = message,
       .value = place,
       .state = std::string(context.label(std::string("severity/") + std::string(name(diagnostic.severity)))),
       .action = "press",
       .level = 1},
      row);
  for (std::size_t i = 0; i < fixes.size(); ++i) {
    const Rect slot = slots.take_left(width_of(context, fixes[i]));
    slots.take_left(context.px(8));
    if (draw_button(context, fixes[i], slot)) context.act(app::ApplyFix{revision_, diagnostic.fixes[i]});
  }
  if (response.clicked) context.act(app::GoTo{diagnostic.span});
  return height;
}

void Problems::draw_list(Context& context, const app::Model& model, std::span<const Diagnostic> diagnostics,
                         const Rect& area) {
  if (revision_ != model.editor.revision || count_ != diagnostics.size() || width_ != area.width) {
    const std::vector<float> estimates(diagnostics.size(), context.px(kItemHeight));
    scroll_.splice(0, scroll_.flow().size(), estimates);
    revision_ = model.editor.revision;
    count_ = diagnostics.size();
    width_ = area.width;
  }
  context.painter.push_clip(area);
  scroll_.begin(context, area, 0, context.px(8));
  context.describe({.id = "problems", .role = "list", .name = std::string(context.label("ui/problems"))},
                   area);
  // What is in sight, and one more at each end, to which the keyboard goes on.
  const double first_y = static_cast<double>(area.y) - scroll_.origin();
  const std::size_t first = scroll_.flow().block_at(first_y);
  std::size_t index = first > 0 ? first - 1 : 0;
  auto y = static_cast<float>(scroll_.origin() + scroll_.flow().top(index));
  for (bool is_in_sight = true; index < diagnostics.size() && is_in_sight; ++index) {
    is_in_sight = y < area.bottom();
    const float height = draw_item(context, model, diagnostics[index], index, area, y);
    if (height != scroll_.flow().height(index)) context.wake_in(0);  // the drawer fits it in the next frame
    scroll_.flow().set_height(index, height);
    y += height;
  }
  scroll_.end(context);
  context.painter.pop_clip();
}

void Problems::draw(Context& context, const app::Model& model, app::Derived& derived, const Rect& area) {
  const std::span<const Diagnostic> diagnostics = derived.shown_diagnostics(model, context.time);
  context.painter.fill(area, context.theme.paper);
  Rect rest = area;
  draw_summary(context, model, diagnostics, rest.take_top(context.px(kSummaryHeight)));
  if (!model.problems_open || diagnostics.empty()) return;
  context.painter.horizontal(rest.x, rest.y, rest.width, context.theme.hairline);
  draw_list(context, model, diagnostics, rest);
}

}  // namespace depeche::ui
