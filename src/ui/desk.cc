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
#include "ui/imgui_metrics.h"
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
  void draw_source(Context& context, const app::Model& model, app::Derived& derived, const Input& input,
                   Rect area, Frame& frame);
  void take_shortcuts(Context& context, const app::Model& model, const Input& input);

  Fonts fonts;
  ImguiMetrics metrics;
  layout::ParagraphCache paragraphs;
  Semantics semantics;
  Interaction interaction;
  EditorView editor;
  PreviewView preview;
  Problems problems;
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

void Desk::reset_layout() {
  parts_->metrics.clear();
  parts_->paragraphs.clear();
  parts_->editor.reset_layout();
  parts_->preview.reset_layout();
  parts_->problems.reset_layout();
}

std::uint64_t Desk::layouts() const {
  return parts_->paragraphs.layouts();
}

void Desk::Parts::take_shortcuts(Context& context, const app::Model& model, const Input& input) {
  for (const KeyPress& press : input.keys) {
    if (press.key == Key::kEscape) {
      if (model.dialog) context.act(app::CloseDialog{});
      interaction.open_menu.clear();
      continue;
    }
    if (model.dialog) continue;
    if (auto action = action_of(press, model.editor)) context.act(std::move(*action));
  }
}

void Desk::Parts::draw_source(Context& context, const app::Model& model, app::Derived& derived,
                              const Input& input, Rect area, Frame& frame) {
  draw_format_strip(context, model, area.take_top(context.px(kStripHeight)));
  editor.draw(context, model, derived, input, area, !model.dialog, frame.field);
}

void Desk::Parts::draw_panes(Context& context, const app::Model& model, app::Derived& derived,
                             const Input& input, Rect screen, Frame& frame) {
  const bool narrow = screen.width < context.px(kNarrow);
  const Rect bar = screen.take_top(context.px(narrow ? kNarrowBarHeight : kBarHeight));
  const std::optional<OpenMenu> menu = draw_toolbar(context, model, bar);
  if (narrow) draw_tabs(context, model, screen.take_top(context.px(kTabHeight)));
  const std::size_t problem_count = derived.shown_diagnostics(model, context.time).size();
  const Rect drawer = screen.take_bottom(problems.height(context, model, problem_count, screen.height));
  if (model.notice) {  // it lies over the panes, so it has the pointer first
    context.painter.draw_into(*ImGui::GetForegroundDrawList());
    draw_notice(context, *model.notice, notice_since, screen);
    context.painter.draw_into(*ImGui::GetBackgroundDrawList());
  }
  if (!narrow) {
    Rect page = screen;
    const Rect source = split(context, model, page);
    draw_source(context, model, derived, input, source, frame);
    preview.draw(context, model, derived, page);
    draw_splitter(context, source);
  } else if (model.tab == app::Tab::kSource) {
    draw_source(context, model, derived, input, screen, frame);
  } else {
    preview.draw(context, model, derived, screen);
  }
  problems.draw(context, model, derived, drawer);
  if (menu) {
    context.painter.draw_into(*ImGui::GetForegroundDrawList());
    context.layer = Layer::kMenu;
    draw_open_menu(context, model, *menu);
  }
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
  interaction.top = model.dialog                     ? Layer::kDialog
                    : !interaction.open_menu.empty() ? Layer::kMenu
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
                  .dark = dark};
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  const Rect screen{0, 0, size.x, size.y};

  parts.take_shortcuts(context, model, input);
  parts.draw_panes(context, model, derived, input, screen, frame);
  painter.draw_into(*ImGui::GetForegroundDrawList());
  if (model.dialog) {
    context.layer = Layer::kDialog;
    draw_dialog(context, *model.dialog, screen);
  }
  draw_hint(context, screen);

  interaction.activated.clear();
  if (!context.pointing.down) interaction.held.clear();
  if (context.pointing.more_to_come) context.wake_in(0);
  context.wake_in(derived.due_in(input.time));
  frame.pointer = context.cursor;
  frame.next_frame_in = context.next_frame_in;
  return frame;
}

}  // namespace depeche::ui
