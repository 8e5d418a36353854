#include "ui/desk.h"

#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "imgui.h"
#include "layout/paragraph_cache.h"
#include "ui/context.h"
#include "ui/dialogs.h"
#include "ui/editor_view.h"
#include "ui/find_bar.h"
#include "ui/form_dialog.h"
#include "ui/format_strip.h"
#include "ui/imgui_metrics.h"
#include "ui/menu.h"
#include "ui/outline_pane.h"
#include "ui/preview_view.h"
#include "ui/problems.h"
#include "ui/shortcuts.h"
#include "ui/toolbar.h"
#include "ui/widgets.h"

namespace depeche::ui {
namespace {

// CSS pixels.
constexpr float kBarHeight = 56;
constexpr float kNarrowBarHeight = 52;
constexpr float kStripHeight = 44;
constexpr float kTabHeight = 44;
constexpr float kNarrow = 720;
constexpr float kNarrowestPane = 300;
constexpr float kSplitterGrip = 9;
constexpr float kOutlineWidth = 256;
constexpr float kOutlineBeside = 960;  // the window, from where on the outline is a pane
constexpr float kSheetShare = 0.72F;   // of a smaller one that the outline covers at most
constexpr float kSmallestSheet = 0.4F;

void draw_tabs(Context& context, const app::Model& model, Rect area) {
  context.painter.fill(area, context.theme.paper);
  const Rect left = area.take_left(std::round(area.width / 2));
  if (draw_tab(context, "tabs/source", context.label("ui/source"), model.tab == app::Tab::kSource, left)) {
    context.act(app::SetTab{app::Tab::kSource});
  }
  if (draw_tab(context, "tabs/page", context.label("ui/page"), model.tab == app::Tab::kPage, area)) {
    context.act(app::SetTab{app::Tab::kPage});
  }
  context.painter.horizontal(left.x, area.bottom() - 1, left.width + area.width, context.theme.hairline);
}

// Cuts the source off the left of `panes` and draws the line between, which can be dragged.
Rect split(Context& context, const app::Model& model, Rect& panes) {
  const float whole = panes.width;
  const float narrowest = std::min(context.px(kNarrowestPane), whole / 2);
  const float width = std::clamp(std::round(whole * model.split), narrowest, whole - narrowest);
  const float x = panes.x;
  const Rect source = panes.take_left(width);
  const float grip = context.px(kSplitterGrip);
  const Rect handle{panes.x - std::floor(grip / 2), panes.y, grip, panes.height};
  const Response response = context.react("splitter", handle, Pointer::kResizeHorizontal);
  if (response.held && context.pointing.moved) context.act(app::SetSplit{(context.pointing.x - x) / whole});
  context.describe({.id = "splitter",
                    .role = "separator",
                    .name = std::string(context.label("ui/splitter")),
                    .value = std::to_string(std::lround(100 * width / whole)),
                    .action = "focus"},
                   handle);
  return source;
}

void draw_splitter(Context& context, const Rect& source) {
  const bool held = context.interaction.held == "splitter";
  const Rect grip{source.right() - context.px(kSplitterGrip) / 2, source.y, context.px(kSplitterGrip),
                  source.height};
  const bool hovered = context.points_at(grip) && context.interaction.held.empty();
  const float line = std::max(1.0F, std::floor(context.scale));
  const float thickness = held || hovered ? context.px(3) : line;
  context.painter.fill({source.right() - std::floor(thickness / 2), source.y, thickness, source.height},
                       held || hovered ? context.theme.accent : context.theme.hairline);
}

}  // namespace

struct Desk::Parts {
  explicit Parts(const Fonts& given) : fonts(given), metrics(given), paragraphs(metrics) {}

  void draw_panes(Context& context, const app::Model& model, app::Derived& derived, const Input& input,
                  Rect screen, Frame& frame);
  std::optional<OpenMenu> draw_source(Context& context, const app::Model& model, app::Derived& derived,
                                      const Input& input, Rect area, Frame& frame);
  void draw_outline(Context& context, const app::Model& model, app::Derived& derived, Rect& screen);
  void draw_outline_sheet(Context& context, const app::Model& model, app::Derived& derived, Rect screen);
  void draw_dialogs(Context& context, const app::Model& model, const Rect& screen);
  void leave(Context& context, const app::Model& model, const Input& input);
  void take_shortcuts(Context& context, const app::Model& model, const Input& input);

  Fonts fonts;
  ImguiMetrics metrics;
  layout::ParagraphCache paragraphs;
  Semantics semantics;
  Interaction interaction;
  EditorView editor;
  PreviewView preview;
  Problems problems;
  FindBar find;
  OutlinePane outline;
  bool is_outline_sheet = false;
  bool had_dialog = false;
  std::optional<std::size_t> wrong_field;  // of the form, in the last frame
  float scale = 0;
  std::optional<Message> notice;  // the one that shows
  double notice_since = 0;
};

Desk::Desk(const Fonts& fonts) : parts_(std::make_unique<Parts>(fonts)) {}
Desk::~Desk() = default;

const Semantics& Desk::semantics() const {
  return parts_->semantics;
}

void Desk::activate(std::string_view node_id) {
  parts_->interaction.activated = node_id;
}

void Desk::enter(std::string_view node_id, std::string value) {
  parts_->interaction.entered.push_back({std::string(node_id), std::move(value)});
}

void Desk::reset_layout() {
  parts_->metrics.clear();
  parts_->paragraphs.clear();
  parts_->editor.reset_layout();
  parts_->preview.reset_layout();
  parts_->problems.reset_layout();
  parts_->outline.reset_layout();
}

std::uint64_t Desk::layouts() const {
  return parts_->paragraphs.layouts();
}

// Escape: out of what lies uppermost.
void Desk::Parts::leave(Context& context, const app::Model& model, const Input& input) {
  if (model.dialog) return context.act(app::CloseDialog{});
  if (!interaction.open_menu.empty()) {
    if (interaction.opened_by_key) context.focus = interaction.open_menu;
    interaction.open_menu.clear();
  } else if (is_outline_sheet) {
    context.act(app::ToggleOutline{});
    context.focus = kSourceId;
  } else if (model.find.open) {
    context.act(app::CloseFind{});
    context.focus = kSourceId;
  } else if (!input.focused) {
    context.focus = kSourceId;
  }
}

void Desk::Parts::take_shortcuts(Context& context, const app::Model& model, const Input& input) {
  for (const KeyPress& press : input.keys) {
    if (press.key == Key::kEscape) {
      leave(context, model, input);
      continue;
    }
    if (model.dialog) continue;
    if (auto action = action_of(press, model.editor)) context.act(std::move(*action));
  }
}

std::optional<OpenMenu> Desk::Parts::draw_source(Context& context, const app::Model& model,
                                                 app::Derived& derived, const Input& input, Rect area,
                                                 Frame& frame) {
  std::optional<OpenMenu> menu =
      draw_format_strip(context, model, derived, area.take_top(context.px(kStripHeight)));
  find.draw(context, model, derived, area.take_top(find.height(context, model, derived, area.width)));
  editor.draw(context, model, derived, input, area, !model.dialog, frame.field);
  return menu;
}

// The outline as a pane, cut off the left of `screen`.
void Desk::Parts::draw_outline(Context& context, const app::Model& model, app::Derived& derived,
                               Rect& screen) {
  const Rect area = screen.take_left(context.px(kOutlineWidth));
  outline.draw(context, model, derived, area, false);
  const float line = std::max(1.0F, std::floor(context.scale));
  context.painter.fill({area.right() - line, area.y, line, area.height}, context.theme.hairline);
}

void Desk::Parts::draw_outline_sheet(Context& context, const app::Model& model, app::Derived& derived,
                                     Rect screen) {
  context.painter.fill(screen, context.theme.veil);
  const Rect whole = screen;
  const float wanted = outline.wanted_height(context, derived.release(model).outline.size());
  const Rect sheet = screen.take_bottom(
      std::round(std::clamp(wanted, screen.height * kSmallestSheet, screen.height * kSheetShare)));
  outline.draw(context, model, derived, sheet, true);
  const bool outside = context.pointing.pressed && whole.contains(context.pointing.x, context.pointing.y) &&
                       !sheet.contains(context.pointing.x, context.pointing.y);
  if (!outside) return;
  context.act(app::ToggleOutline{});
  context.focus = kSourceId;
}

// The dialog, if there is one: it takes the keyboard, and gives it back when it goes.
void Desk::Parts::draw_dialogs(Context& context, const app::Model& model, const Rect& screen) {
  const auto* form = model.dialog ? std::get_if<app::FormDialog>(&*model.dialog) : nullptr;
  const std::optional<std::size_t> wrong = form != nullptr ? form->wrong : std::nullopt;
  if (model.dialog) {
    context.layer = Layer::kDialog;
    draw_dialog(context, *model.dialog, screen);
    if (!had_dialog) context.focus = first_focus_of(*model.dialog);
    if (wrong && wrong != wrong_field) context.focus = form_field_id(*wrong);
  } else if (had_dialog) {
    context.focus = kSourceId;
  }
  wrong_field = wrong;
  had_dialog = model.dialog.has_value();
}

void Desk::Parts::draw_panes(Context& context, const app::Model& model, app::Derived& derived,
                             const Input& input, Rect screen, Frame& frame) {
  const bool narrow = screen.width < context.px(kNarrow);
  const Rect whole = screen;
  const Rect bar = screen.take_top(context.px(narrow ? kNarrowBarHeight : kBarHeight));
  std::optional<OpenMenu> menu = draw_toolbar(context, model, bar);
  if (narrow) draw_tabs(context, model, screen.take_top(context.px(kTabHeight)));
  const std::size_t problem_count = derived.shown_diagnostics(model, context.time).size();
  const Rect drawer = screen.take_bottom(problems.height(context, model, problem_count, screen.height));
  if (model.notice) {  // it lies over the panes, so it has the pointer first
    context.painter.draw_into(*ImGui::GetForegroundDrawList());
    draw_notice(context, *model.notice, notice_since, screen);
    context.painter.draw_into(*ImGui::GetBackgroundDrawList());
  }
  if (model.outline.open && !is_outline_sheet) draw_outline(context, model, derived, screen);
  std::optional<OpenMenu> strip_menu;
  if (!narrow) {
    Rect page = screen;
    const Rect source = split(context, model, page);
    strip_menu = draw_source(context, model, derived, input, source, frame);
    preview.draw(context, model, derived, page);
    draw_splitter(context, source);
  } else if (model.tab == app::Tab::kSource) {
    strip_menu = draw_source(context, model, derived, input, screen, frame);
  } else {
    preview.draw(context, model, derived, screen);
  }
  problems.draw(context, model, derived, drawer);
  if (strip_menu) menu = std::move(strip_menu);
  if (!menu && !is_outline_sheet) return;
  context.painter.draw_into(*ImGui::GetForegroundDrawList());
  context.layer = Layer::kMenu;
  if (is_outline_sheet) draw_outline_sheet(context, model, derived, whole);
  if (menu) draw_open_menu(context, *menu, whole);
}

Frame Desk::draw(const app::Model& model, app::Derived& derived, const Input& input, float scale, bool dark) {
  Parts& parts = *parts_;
  if (scale != parts.scale) {
    parts.scale = scale;
    reset_layout();
  }
  parts.semantics.clear();
  const std::optional<Message> notice = model.notice ? std::optional(model.notice->message) : std::nullopt;
  if (notice != parts.notice) {
    parts.notice = notice;
    parts.notice_since = input.time;
  }

  Frame frame;
  const Theme& theme = dark ? dark_theme() : light_theme();
  Painter painter(*ImGui::GetBackgroundDrawList(), parts.fonts, theme, parts.metrics, scale);
  Interaction& interaction = parts.interaction;
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  const Rect screen{0, 0, size.x, size.y};
  parts.is_outline_sheet = model.outline.open && screen.width < std::round(kOutlineBeside * scale);
  if (!model.outline.open) parts.outline.close();
  interaction.top = model.dialog                                               ? Layer::kDialog
                    : !interaction.open_menu.empty() || parts.is_outline_sheet ? Layer::kMenu
                                                                               : Layer::kDesk;
  Context context{.painter = painter,
                  .theme = theme,
                  .words = messages::Catalog::of(model.language),
                  .metrics = parts.metrics,
                  .paragraphs = parts.paragraphs,
                  .semantics = parts.semantics,
                  .interaction = interaction,
                  .actions = frame.actions,
                  .pointing = read_pointing(),
                  .scale = scale,
                  .time = input.time,
                  .dark = dark,
                  .apple_keys = input.apple_keys};

  parts.take_shortcuts(context, model, input);
  parts.draw_panes(context, model, derived, input, screen, frame);
  painter.draw_into(*ImGui::GetForegroundDrawList());
  parts.draw_dialogs(context, model, screen);
  draw_hint(context, screen);

  interaction.activated.clear();
  interaction.entered.clear();
  if (!context.pointing.down) interaction.held.clear();
  if (context.pointing.more_to_come) context.wake_in(0);
  context.wake_in(derived.due_in(input.time));
  frame.pointer = context.cursor;
  frame.focus = std::move(context.focus);
  frame.next_frame_in = context.next_frame_in;
  return frame;
}

}  // namespace depeche::ui
