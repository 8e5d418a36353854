#include "ui/desk/problems.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <utility>
#include <vector>

#include "ui/kit/sign.h"
#include "ui/kit/widgets.h"

namespace depeche::ui {
namespace {

// CSS pixels.
constexpr float kSummaryHeight = 40;
constexpr float kItemHeight = 44;
constexpr float kItemPadding = 11;  // above and below its text
constexpr float kFixHeight = 32;
constexpr float kEdge = 24;
constexpr float kNarrowEdge = 16;
constexpr float kTextSize = 14;
constexpr float kNarrow = 640;
constexpr float kGreatestShare = 0.45F;  // of the window

std::string counted(const Context& context, std::string_view kind, std::size_t count) {
  const std::string key = "ui/" + std::string(kind) + (count == 1 ? "-one" : "-many");
  return context.words.text({key, {std::to_string(count)}});
}

// "2 points à vérifier"
struct Counted {
  Severity severity;
  std::string words;
};

std::vector<Counted> counts_of(const Context& context, std::span<const Diagnostic> findings) {
  struct Kind {
    Severity severity;
    std::string_view key;
  };
  constexpr std::array kKinds = {Kind{Severity::kError, "errors"}, Kind{Severity::kWarning, "problems"},
                                 Kind{Severity::kHint, "hints"}};
  std::vector<Counted> counts;
  for (const Kind& kind : kKinds) {
    const auto count =
        static_cast<std::size_t>(std::ranges::count(findings, kind.severity, &Diagnostic::severity));
    if (count > 0) counts.push_back({kind.severity, counted(context, kind.key, count)});
  }
  return counts;
}

// The buttons of the fixes that an item offers, side by side.
struct Fixes {
  std::vector<std::string> words;  // ids and names, which the buttons show
  std::vector<Button> buttons;
  float width = 0;  // of all
};

Fixes fixes_of(Context& context, const Diagnostic& diagnostic, const std::string& id) {
  constexpr std::size_t kMaxFixes = 2;
  Fixes fixes;
  const std::size_t count = std::min(diagnostic.fixes.size(), kMaxFixes);
  fixes.words.reserve(2 * count);
  for (std::size_t i = 0; i < count; ++i) {
    fixes.words.push_back(id + "/fix/" + std::to_string(i));
    fixes.words.push_back(context.words.text(diagnostic.fixes[i].title));
    fixes.buttons.push_back(
        {.id = fixes.words[2 * i], .name = fixes.words[2 * i + 1], .look = ButtonLook::kOutlined});
    if (fixes.width > 0) fixes.width += context.px(8);
    fixes.width += width_of(context, fixes.buttons.back());
  }
  return fixes;
}

// An item of the list and where its parts stand. The fixes stand at the right, below the message on a phone; so
// does the place in the text.
struct Item {
  std::string id;
  std::string message;
  std::string place;
  Fixes fixes;
  bool narrow = false;
  std::shared_ptr<const layout::Paragraph> text;
  Rect row;
  Rect slots;  // of the fixes
  float sign_x = 0;
  float text_x = 0, text_y = 0;
  float place_x = 0, place_y = 0;  // the middle of its line
  float first_line = 0;            // its middle

  float right = 0;  // where its parts end
};

layout::Style style_of_place(const Context& context) {
  return context.style(Face::kInterface, 13, Ink::kQuiet);
}

float height_of(const Context& context, const Item& item) {
  float height = item.text->height() + 2 * context.px(kItemPadding);
  if (item.narrow) height += context.px(20);
  if (item.narrow && !item.fixes.buttons.empty()) height += context.px(kFixHeight) + context.px(8);
  return std::max(height, context.px(kItemHeight));
}

Rect slots_of(const Context& context, const Item& item) {
  const float height = context.px(kFixHeight);
  if (item.narrow)
    return {item.text_x, item.row.bottom() - context.px(kItemPadding) - height, item.right - item.text_x,
            height};
  const float first_row = std::min(item.row.height, context.px(kItemHeight));
  return {item.right - item.fixes.width, item.row.y + std::round((first_row - height) / 2), item.fixes.width,
          height};
}

Item lay_out_item(Context& context, const Diagnostic& diagnostic, std::string id, std::string place,
                  const Rect& area, float y) {
  Item item;
  item.fixes = fixes_of(context, diagnostic, id);
  item.id = std::move(id);
  item.message = context.words.text(diagnostic.message);
  item.place = std::move(place);
  item.narrow = area.width < context.px(kNarrow);
  const float edge = context.px(item.narrow ? kNarrowEdge : kEdge);
  const float place_width = context.painter.text_width(style_of_place(context), item.place) + context.px(16);
  item.right = area.right() - edge;
  item.sign_x = area.x + edge + context.px(8);
  item.text_x = area.x + edge + context.px(28);

  layout::ParagraphOptions options;
  options.base = context.style(Face::kInterface, kTextSize);
  options.line_height = 1.45F;
  options.width = item.right - item.text_x - (item.narrow ? 0 : place_width + item.fixes.width);
  item.text = context.paragraphs.get({item.message, {}}, options);
  item.row = {area.x, y, area.width, height_of(context, item)};
  item.slots = slots_of(context, item);

  const float above =
      item.narrow ? context.px(kItemPadding) : std::round((item.row.height - item.text->height()) / 2);
  item.text_y = y + above;
  item.first_line = item.text_y + item.text->lines().front().height / 2;
  item.place_x = item.narrow ? item.text_x
                             : item.right - item.fixes.width - place_width +
                                   (item.fixes.buttons.empty() ? context.px(16) : 0);
  item.place_y = item.narrow ? item.text_y + item.text->height() + context.px(10) : item.first_line;
  return item;
}

void draw_words(Context& context, const Item& item, Severity severity) {
  const Sign sign = sign_of(severity, context.theme);
  context.painter.icon(sign.icon, item.sign_x, item.first_line, context.px(16), sign.colour);
  context.painter.paragraph(*item.text, item.text_x, item.text_y);
  draw_label(context, style_of_place(context), item.place_x, item.place_y, item.place);
}

}  // namespace

std::string summary_of(const Context& context, std::span<const Diagnostic> findings) {
  std::string words;
  for (const Counted& kind : counts_of(context, findings)) words += (words.empty() ? "" : ", ") + kind.words;
  return words.empty() ? std::string(context.label("ui/problems-none")) : words;
}

std::string words_of(const Context& context, const Diagnostic& finding, std::size_t line) {
  const std::string severity(context.label("severity/" + std::string(name(finding.severity))));
  const std::string place = context.words.text({"ui/problem-place", {std::to_string(line)}});
  return context.words.text({"problems/said", {severity, context.words.text(finding.message), place}});
}

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
  const auto say = [&](const Sign& sign, const std::string& words) {
    context.painter.icon(sign.icon, x + context.px(8), area.center_y(), context.px(16), sign.colour);
    x = draw_label(context, style, x + context.px(24), area.center_y(), words) + context.px(20);
  };
  if (count == 0) {
    say({Icon::kAllGood, context.theme.success}, std::string(context.label("ui/problems-none")));
  }
  for (const Counted& kind : counts_of(context, diagnostics))
    say(sign_of(kind.severity, context.theme), kind.words);
  if (count > 0) {
    context.painter.icon(model.problems_open ? Icon::kDown : Icon::kUp,
                         area.right() - context.px(narrow ? kNarrowEdge : kEdge) - context.px(8),
                         area.center_y(), context.px(20), context.theme.quiet);
  }
  NodeState state{.disabled = count == 0};
  if (count > 0) state.expanded = model.problems_open;
  context.describe({.id = "problems/toggle",
                    .role = Role::kButton,
                    .name = summary_of(context, diagnostics),
                    .state = state,
                    .action = count > 0 ? NodeAction::kPress : NodeAction::kNone},
                   area);
  if (response.clicked && count > 0) context.act(app::ToggleProblems{});
}

float Problems::draw_item(Context& context, const app::Model& model, const Diagnostic& diagnostic,
                          std::size_t index, const Rect& area, float y) {
  const std::size_t line = model.editor.text.position(diagnostic.span.begin).line;
  const Item item = lay_out_item(context, diagnostic, "problems/" + std::to_string(index),
                                 context.words.text({"ui/problem-place", {std::to_string(line)}}), area, y);
  // The buttons lie on the row: they take the pointer first.
  const bool on_fix =
      !item.fixes.buttons.empty() && item.slots.contains(context.pointing.x, context.pointing.y);
  const Response response = on_fix ? Response{} : context.react(item.id, item.row);
  if (response.hovered) context.painter.fill(item.row, context.theme.desk);
  if (index > 0) context.painter.horizontal(item.text_x, y, item.right - item.text_x, context.theme.hairline);
  draw_words(context, item, diagnostic.severity);
  context.describe({.id = item.id + "/item", .role = Role::kListItem}, item.row);
  const SemanticGroup group(context.semantics);
  context.describe({.id = item.id,
                    .role = Role::kButton,
                    .name = words_of(context, diagnostic, line),
                    .action = NodeAction::kPress},
                   item.row);
  Rect slots = item.slots;
  for (std::size_t i = 0; i < item.fixes.buttons.size(); ++i) {
    const Button& fix = item.fixes.buttons[i];
    const Rect slot = slots.take_left(width_of(context, fix));
    slots.take_left(context.px(8));
    if (draw_button(context, fix, slot)) context.act(app::ApplyFix{revision_, diagnostic.fixes[i]});
  }
  if (response.clicked) context.act(app::GoTo{diagnostic.span});
  return item.row.height;
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
  context.describe({.id = "problems", .role = Role::kList, .name = std::string(context.label("ui/problems"))},
                   area);
  context.semantics.open();
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
  context.semantics.close();
  scroll_.end(context);
  context.painter.pop_clip();
}

void Problems::draw(Context& context, const app::Model& model, app::Derived& derived, const Rect& area) {
  const std::span<const Diagnostic> diagnostics = derived.shown_diagnostics(model, context.time);
  context.painter.fill(area, context.theme.paper);
  context.describe({.id = "checks", .role = Role::kRegion, .name = std::string(context.label("ui/problems"))},
                   area);
  const SemanticGroup group(context.semantics);
  Rect rest = area;
  draw_summary(context, model, diagnostics, rest.take_top(context.px(kSummaryHeight)));
  if (!model.problems_open || diagnostics.empty()) return;
  context.painter.horizontal(rest.x, rest.y, rest.width, context.theme.hairline);
  draw_list(context, model, diagnostics, rest);
}

}  // namespace depeche::ui
