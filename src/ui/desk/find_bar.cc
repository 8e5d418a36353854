#include "ui/desk/find_bar.h"

#include <array>
#include <cmath>
#include <memory>
#include <optional>
#include <string>

#include "ui/kit/text_field.h"
#include "ui/kit/widgets.h"

namespace depeche::ui {
namespace {

// CSS pixels.
constexpr float kRowHeight = 48;
constexpr float kLowRowHeight = 36;
constexpr float kTuck = 6;         // by which a further row comes nearer to the first
constexpr float kProblemGap = 10;  // below what is wrong with the pattern
constexpr float kFieldHeight = 34;
constexpr float kButtonSize = 32;
constexpr float kGap = 4;
constexpr float kEdge = 24;
constexpr float kNarrowEdge = 12;
constexpr float kNarrow = 560;  // below, the choices have a row of their own
constexpr float kCountWidth = 92;

constexpr std::string_view kQueryId = "find/query";
constexpr std::string_view kReplacementId = "find/replacement";

bool is_narrow(const Context& context, float width) {
  return width < context.px(kNarrow);
}

float edge(const Context& context, float width) {
  return context.px(is_narrow(context, width) ? kNarrowEdge : kEdge);
}

// What is wrong with the pattern, beside its sign.
std::shared_ptr<const layout::Paragraph> set_problem(Context& context, const Message& problem,
                                                     float bar_width) {
  layout::ParagraphOptions options;
  options.base = context.style(Face::kInterface, 13, Ink::kError);
  options.width = bar_width - 2 * edge(context, bar_width) - context.px(24);
  options.line_height = 1.45F;
  return context.paragraphs.get({context.words.text(problem), {}}, options);
}

app::SetFind found(const app::FindBar& find) {
  return {find.query.pattern, find.replacement, find.query.options};
}

// A part of the row, centred on its height.
Rect take(const Context& context, Rect& row, float width, float css_height) {
  const Rect slot = row.take_left(width);
  row.take_left(context.px(kGap));
  const float height = context.px(css_height);
  return {slot.x, std::round(slot.center_y() - height / 2), slot.width, height};
}

// "3 sur 17", "17 résultats", "Aucun résultat"; "Recherche…" while something waits for one.
std::string count_of(Context& context, const app::Model& model, const editor::Search& search) {
  if (model.find.query.pattern.empty() || search.problem()) return "";
  if (model.find.request) return std::string(context.label("find/searching"));
  const std::size_t count = search.matches().size();
  const bool is_sure = search.done() && !search.stopped();
  if (count == 0) return is_sure ? std::string(context.label("find/none-short")) : "";
  const std::string all = std::to_string(count) + (is_sure ? "" : "+");
  if (const auto index = search.index_of(model.editor.selection.span()))
    return context.words.text({"find/place", {std::to_string(*index + 1), all}});
  return context.words.text({count == 1 ? "find/count-one" : "find/count-many", {all}});
}

// Shown as letters, which say it better than a picture.
struct Choice {
  std::string_view id;  // and the key of its name
  std::string_view letters;
  bool editor::SearchOptions::*option;
};
constexpr std::array kChoices = {
    Choice{"find/case", "Aa", &editor::SearchOptions::match_case},
    Choice{"find/accents", "é", &editor::SearchOptions::match_accents},
    Choice{"find/word", "mot", &editor::SearchOptions::whole_word},
    Choice{"find/regex", ".*", &editor::SearchOptions::regex},
};

}  // namespace

float FindBar::height(Context& context, const app::Model& model, app::Derived& derived, float width,
                      bool low) const {
  if (!model.find.open) return 0;
  int rows = is_narrow(context, width) ? 2 : 1;
  if (model.find.replace) ++rows;
  const float height = context.px((low ? kLowRowHeight : kRowHeight) * static_cast<float>(rows));
  const std::optional<Message>& problem = derived.search(model).problem();
  if (!problem) return height;
  return height + set_problem(context, *problem, width)->height() + context.px(kProblemGap);
}

void FindBar::draw(Context& context, const app::Model& model, app::Derived& derived, const Rect& area,
                   bool low) {
  if (!model.find.open) return;
  const editor::Search& search = derived.search(model);
  if (!derived.find().advance(model)) context.wake_in(0);
  if (derived.find().is_ready(model)) context.act(app::GoOnFinding{});
  if (asked_ != model.find.asked) {
    asked_ = model.find.asked;
    context.focus = kQueryId;
  }
  context.painter.fill(area, context.theme.desk);
  context.painter.horizontal(area.x, area.bottom() - std::max(1.0F, std::floor(context.scale)), area.width,
                             context.theme.hairline);
  context.describe({.id = "find", .role = Role::kSearch, .name = std::string(context.label("ui/find"))},
                   area);
  const SemanticGroup group(context.semantics);
  const bool narrow = is_narrow(context, area.width);
  Rect rest = area;
  rest.take_left(edge(context, area.width));
  rest.take_right(edge(context, area.width) - context.px(7));
  const float row_height = context.px(low ? kLowRowHeight : kRowHeight);
  const float tuck = low ? 0 : context.px(kTuck);
  draw_query(context, model, search, rest.take_top(row_height));
  if (narrow) {
    Rect row = rest.take_top(row_height);
    row.y -= tuck;
    draw_options(context, model, row);
  }
  if (model.find.replace) {
    Rect row = rest.take_top(row_height);
    row.y -= tuck;
    draw_replacement(context, model, row);
  }
  if (search.problem()) {
    const auto problem = set_problem(context, *search.problem(), area.width);
    const float line = problem->lines().front().height;
    context.painter.icon(Icon::kError, rest.x + context.px(8), rest.y + line / 2, context.px(16),
                         context.theme.error);
    context.painter.paragraph(*problem, rest.x + context.px(24), rest.y);
    context.describe({.id = "find/problem", .role = Role::kAlert, .name = problem->text()}, rest);
  }
}

void FindBar::draw_query(Context& context, const app::Model& model, const editor::Search& search, Rect row) {
  const bool narrow = is_narrow(context, row.width + context.px(2 * kNarrowEdge));
  const float button = context.px(kButtonSize);
  const Button close{
      .id = "find/close", .name = context.label("ui/close"), .icon = Icon::kClose, .words = false};
  const Rect close_slot = row.take_right(button);
  row.take_right(context.px(kGap));
  const float buttons = static_cast<float>(kChoices.size() + 3) * (button + context.px(kGap));
  const float count_width = context.px(kCountWidth);
  const float field_width =
      row.width - count_width - context.px(3 * kGap) - (narrow ? 0 : buttons + context.px(8));

  const TextField query{.id = kQueryId,
                        .name = context.label("find/query"),
                        .value = model.find.query.pattern,
                        .placeholder = context.label("find/query"),
                        .icon = Icon::kFind,
                        .wrong = search.problem().has_value(),
                        .described_by = search.problem() ? "find/problem" : "find/count"};
  const FieldResponse response = draw_text_field(
      context, query, take(context, row, std::max(field_width, context.px(80)), kFieldHeight));
  if (response.entered) {
    app::SetFind set = found(model.find);
    set.query = *response.entered;
    context.act(std::move(set));
  }
  if (response.submitted) context.act(app::FindNext{context.pointing.shift});

  row.take_left(context.px(kGap));
  const Rect count = row.take_left(count_width);
  row.take_left(context.px(kGap));
  const std::string words = count_of(context, model, search);
  const bool none = search.done() && search.matches().empty();
  const layout::Style style = context.style(Face::kInterface, 13, none ? Ink::kWarning : Ink::kQuiet);
  draw_label(context, style, count.x, count.center_y(), words);
  context.describe({.id = "find/count", .role = Role::kStatus, .name = words}, count);

  if (!narrow) draw_options(context, model, row);
  const Rect slot{close_slot.x, std::round(close_slot.center_y() - button / 2), button, button};
  if (draw_button(context, close, slot)) {
    context.act(app::CloseFind{});
    context.focus = kSourceId;
  }
}

void FindBar::draw_options(Context& context, const app::Model& model, Rect& row) {
  const float size = context.px(kButtonSize);
  const bool none = model.find.query.pattern.empty();
  const Button previous{.id = "find/previous",
                        .name = context.label("find/previous"),
                        .icon = Icon::kUp,
                        .words = false,
                        .disabled = none,
                        .shortcut = command("keys/find-previous").shortcut};
  if (draw_button(context, previous, take(context, row, size, kButtonSize))) context.act(app::FindNext{true});
  const Button next{.id = "find/next",
                    .name = context.label("find/next"),
                    .icon = Icon::kDown,
                    .words = false,
                    .disabled = none,
                    .shortcut = command("keys/find-next").shortcut};
  if (draw_button(context, next, take(context, row, size, kButtonSize))) context.act(app::FindNext{false});
  row.take_left(context.px(kGap));
  for (const Choice& choice : kChoices) {
    const Button toggle{.id = choice.id,
                        .name = context.label(choice.id),
                        .words = false,
                        .chosen = model.find.query.options.*choice.option,
                        .letters = choice.letters,
                        .is_switch = true};
    if (!draw_button(context, toggle, take(context, row, size, kButtonSize))) continue;
    app::SetFind set = found(model.find);
    set.options.*choice.option = !(set.options.*choice.option);
    context.act(std::move(set));
  }
  const Button replace{.id = "find/replace",
                       .name = context.label("find/with-replacement"),
                       .icon = Icon::kReplace,
                       .words = false,
                       .chosen = model.find.replace,
                       .shortcut = command("keys/replace").shortcut,
                       .is_switch = true};
  if (draw_button(context, replace, take(context, row, size, kButtonSize))) context.act(app::ToggleReplace{});
}

void FindBar::draw_replacement(Context& context, const app::Model& model, Rect row) {
  const Button one{
      .id = "find/replace-one", .name = context.label("find/replace-one"), .look = ButtonLook::kOutlined};
  const Button all{.id = "find/replace-all", .name = context.label("find/replace-all")};
  const bool narrow = is_narrow(context, row.width);
  const float buttons = width_of(context, one) + width_of(context, all) + context.px(2 * kGap + 8);
  const TextField field{.id = kReplacementId,
                        .name = context.label("find/replacement"),
                        .value = model.find.replacement,
                        .placeholder = context.label("find/replacement"),
                        .icon = narrow ? std::nullopt : std::optional(Icon::kReplace)};
  const float width = std::max(context.px(80), row.width - buttons - context.px(7));
  const FieldResponse response = draw_text_field(context, field, take(context, row, width, kFieldHeight));
  if (response.entered) {
    app::SetFind set = found(model.find);
    set.replacement = *response.entered;
    context.act(std::move(set));
  }
  if (response.submitted) context.act(app::ReplaceMatch{});
  row.take_left(context.px(kGap));
  if (draw_button(context, one, take(context, row, width_of(context, one), kFieldHeight)))
    context.act(app::ReplaceMatch{});
  if (draw_button(context, all, take(context, row, width_of(context, all), kFieldHeight)))
    context.act(app::ReplaceAllMatches{});
}

}  // namespace depeche::ui
