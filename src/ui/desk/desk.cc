#include "ui/desk/desk.h"

#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "imgui.h"
#include "layout/paragraph_cache.h"
#include "ui/desk/bad_link_page.h"
#include "ui/desk/find_bar.h"
#include "ui/desk/findings_voice.h"
#include "ui/desk/format_strip.h"
#include "ui/desk/outline_pane.h"
#include "ui/desk/pane_sync.h"
#include "ui/desk/problems.h"
#include "ui/desk/toolbar.h"
#include "ui/desk/view_switch.h"
#include "ui/dialogs/dialog_frame.h"
#include "ui/dialogs/dialogs.h"
#include "ui/dialogs/drafts_list.h"
#include "ui/dialogs/form_dialog.h"
#include "ui/draw/imgui_metrics.h"
#include "ui/kit/commands.h"
#include "ui/kit/context.h"
#include "ui/kit/menu.h"
#include "ui/kit/scroll_box.h"
#include "ui/kit/widgets.h"
#include "ui/page/page_view.h"
#include "ui/source/editor_view.h"
#include "ui/source/text_menu.h"

namespace depeche::ui {
namespace {

// CSS pixels.
constexpr float kBarHeight = 56;
constexpr float kNarrowBarHeight = 52;
constexpr float kStripHeight = 44;
constexpr float kTabHeight = 44;
constexpr float kNarrow = 720;
constexpr float kLow =
    360;  // a narrow window's height, as at a zoom of 400 %, below which bars give way to text
constexpr float kLowBarHeight = 44;
constexpr float kLowStripHeight = 36;
constexpr float kLowTabsWidth = 124;
constexpr float kNarrowestPane = 300;
constexpr float kSplitterGrip = 9;
constexpr float kOutlineWidth = 256;
constexpr float kOutlineBeside = 960;  // the window, from where on the outline is a pane
constexpr float kSheetShare = 0.72F;   // of a smaller one that the outline covers at most
constexpr float kSmallestSheet = 0.4F;
constexpr float kSheetMargin = 24;

void draw_tabs(Context& context, const app::Model& model, Rect area) {
  context.painter.fill(area, context.theme.paper);
  context.describe({.id = "tabs", .role = Role::kTabList, .name = std::string(context.label("ui/panes"))},
                   area);
  const SemanticGroup group(context.semantics);
  const Rect left = area.take_left(std::round(area.width / 2));
  if (draw_tab(context, "tabs/source", context.label("ui/source"), model.shown_pane == Pane::kSource, left)) {
    context.act(app::ShowPane{Pane::kSource});
  }
  if (draw_tab(context, "tabs/page", context.label("ui/page"), model.shown_pane == Pane::kPage, area)) {
    context.act(app::ShowPane{Pane::kPage});
  }
  context.painter.horizontal(left.x, area.bottom() - 1, left.width + area.width, context.theme.hairline);
}

// The two panes, and the line between.
struct Halves {
  Rect left, right;
};

// Where the line stands, as a part of the width for the left pane.
float left_part(const app::Model& model) {
  return model.preferences.swapped ? 1 - model.preferences.split : model.preferences.split;
}

app::SetSplit split_at(const app::Model& model, float left) {
  return {model.preferences.swapped ? 1 - left : left};
}

Rect handle_of(Context& context, const Halves& halves) {
  const float grip = context.px(kSplitterGrip);
  return {halves.right.x - std::floor(grip / 2), halves.left.y, grip, halves.left.height};
}

// Cuts the panes apart; the line between can be dragged, and moved by keys.
Halves split(Context& context, const app::Model& model, Rect panes) {
  const float whole = panes.width;
  const float narrowest = std::min(context.px(kNarrowestPane), whole / 2);
  const float width = std::clamp(std::round(whole * left_part(model)), narrowest, whole - narrowest);
  Halves halves{panes.take_left(width), panes};
  const Rect handle = handle_of(context, halves);
  const Response response = context.react("splitter", handle, Pointer::kResizeHorizontal);
  if (response.followed && context.pointing.moved)
    context.act(split_at(model, (context.pointing.x - halves.left.x) / whole));
  if (const KeyPress* press = context.key_on("splitter")) {
    const float step = press->modifiers.control ? 0.1F : 0.02F;
    if (press->key == Key::kLeft) context.act(split_at(model, width / whole - step));
    if (press->key == Key::kRight) context.act(split_at(model, width / whole + step));
    if (press->key == Key::kHome) context.act(split_at(model, 0));
    if (press->key == Key::kEnd) context.act(split_at(model, 1));
    if (press->key == Key::kEnter) context.act(app::SetSplit{0.5F});
  }
  context.describe({.id = "splitter",
                    .role = Role::kSeparator,
                    .name = std::string(context.label("ui/splitter")),
                    .value = std::to_string(std::lround(100 * width / whole)),
                    .action = NodeAction::kAdjust},
                   handle);
  return halves;
}

void draw_splitter(Context& context, const Halves& halves) {
  const bool held = context.interaction.held == "splitter";
  const bool hovered = context.points_at(handle_of(context, halves)) && context.interaction.held.empty();
  const float line = std::max(1.0F, std::floor(context.scale));
  const float thickness = held || hovered ? context.px(3) : line;
  const float x = halves.right.x;
  context.painter.fill({x - std::floor(thickness / 2), halves.left.y, thickness, halves.left.height},
                       held || hovered ? context.theme.accent : context.theme.hairline);
}

// The strip above the page, as high as the one above the source.
void draw_page_strip(Context& context, const app::Model& model, Rect strip) {
  context.painter.fill(strip, context.theme.paper);
  context.painter.horizontal(strip.x, strip.bottom() - 1, strip.width, context.theme.hairline);
  const Rect view_switch = take_view_switch(context, strip);
  const layout::Style style = context.style(Face::kInterfaceBold, 14, Ink::kQuiet);
  draw_label(context, style, strip.x + context.px(kSheetMargin), strip.center_y(), context.label("ui/page"));
  draw_view_switch(context, model, view_switch);
}

// Whether the action is about the place of the caret: nobody writes where it does not show.
bool writes(const app::Action& action) {
  return app::as<app::Run>(action) != nullptr || app::as<app::SetHeading>(action) != nullptr ||
         app::as<app::OpenForm>(action) != nullptr;
}

}  // namespace

struct Desk::Parts {
  Parts(const Fonts& given, Pictures* images)
      : fonts(given), pictures(images), metrics(given), paragraphs(metrics) {}

  void begin_frame(const app::Model& model, const Input& input, const Rect& screen);
  void draw_all(Context& context, const app::Model& model, app::Derived& derived, const Input& input,
                const Rect& screen, Frame& frame);
  std::optional<OpenMenu> draw_main(Context& context, const app::Model& model, app::Derived& derived,
                                    const Input& input, const Rect& area, Frame& frame);
  void draw_panes(Context& context, const app::Model& model, app::Derived& derived, const Input& input,
                  Rect screen, Frame& frame);
  std::optional<OpenMenu> draw_source(Context& context, const app::Model& model, app::Derived& derived,
                                      const Input& input, Rect area, Frame& frame);
  void draw_outline(Context& context, const app::Model& model, app::Derived& derived, Rect& screen);
  void draw_outline_sheet(Context& context, const app::Model& model, app::Derived& derived, Rect screen);
  void draw_bad_link(Context& context, const app::Model& model, const Rect& screen);
  void draw_dialogs(Context& context, const app::Model& model, const Rect& screen);
  bool shows_source(const app::Model& model) const {
    return narrow ? model.shown_pane == Pane::kSource : model.preferences.panes != app::Panes::kPage;
  }
  bool is_in_outline() const { return interaction.focused.starts_with("outline/"); }
  void leave(Context& context, const app::Model& model, const Input& input);
  void take_shortcuts(Context& context, const app::Model& model, const Input& input);

  void draw_page(Context& context, const app::Model& model, app::Derived& derived, Rect area);
  std::optional<OpenMenu> draw_beside(Context& context, const app::Model& model, app::Derived& derived,
                                      const Input& input, const Rect& panes, Frame& frame);
  std::optional<OpenMenu> draw_alone(Context& context, const app::Model& model, app::Derived& derived,
                                     const Input& input, Pane pane, Rect area, Frame& frame);
  void choose_leader(Context& context, const Input& input, const Rect& source_area, const Rect& page_area);

  Fonts fonts;
  Pictures* pictures;
  ImguiMetrics metrics;
  layout::ParagraphCache paragraphs;
  Semantics semantics;
  Interaction interaction;
  EditorView editor;
  PageView page;
  PaneSync sync;
  Problems problems;
  FindingsVoice findings_voice;
  FindBar find;
  OutlinePane outline;
  DialogFrame frame;
  ScrollBox menu_entries{"menu"};
  BadLinkPage bad_link;
  bool is_outline_sheet = false;
  bool key_is_used = false;  // the key of this frame has closed a menu
  bool shows_bad_link = false;
  std::string dialog_focus;  // the node that the open dialog gave the keyboard; empty: there is none
  std::optional<std::size_t> wrong_field;  // of the form, in the last frame
  float scale = 0;
  bool narrow = false;        // one pane at a time, with tabs
  bool low = false;           // likewise, with the tabs in the place of the document's name
  std::uint64_t notices = 0;  // that were given so far
  double notice_since = 0;    // the last one
};

Desk::Desk(const Fonts& fonts, Pictures* pictures) : parts_(std::make_unique<Parts>(fonts, pictures)) {}
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

void Desk::press(std::string_view node_id, const KeyPress& key) {
  parts_->interaction.keyed = node_id;
  parts_->interaction.key = key;
}

void Desk::reach(std::string_view node_id) {
  parts_->interaction.reached = node_id;
  parts_->interaction.focused = node_id;
}

void Desk::reveal_on_page(Offset source) {
  constexpr float kLine = 0.3F;  // how far down in the pane
  parts_->sync.lead(app::Pane::kPage);
  parts_->page.follow({static_cast<double>(source), kLine}, true);
}

std::optional<app::CopyFromPage> Desk::copy(const app::Model& model, app::Derived& derived) const {
  std::optional<PageCopy> copied = parts_->page.copy(derived.release(model));
  if (!copied) return std::nullopt;
  return app::CopyFromPage{std::move(copied->text), std::move(copied->html)};
}

void Desk::reset_layout() {
  parts_->metrics.clear();
  parts_->paragraphs.clear();
  parts_->editor.reset_layout();
  parts_->page.reset_layout();
  parts_->problems.reset_layout();
  parts_->outline.reset_layout();
}

bool Desk::shows_source(const app::Model& model) const {
  return !model.bad_link && parts_->shows_source(model);
}

bool Desk::is_on_handle(const Point& point) const {
  return parts_->editor.has_handle_at(point);
}

bool Desk::takes_text(const Point& point) const {
  return parts_->interaction.top == Layer::kDesk && parts_->editor.takes_text(point);
}

std::uint64_t Desk::layouts() const {
  return parts_->paragraphs.layouts();
}

// Escape: out of what lies uppermost.
void Desk::Parts::leave(Context& context, const app::Model& model, const Input& input) {
  interaction.hint_hushed = interaction.hint_hushed || interaction.hint_shows;
  if (interaction.hint_shows && interaction.rested_on == interaction.focused) return;
  page.leave_focus();
  if (model.dialog) return context.act(app::CloseDialog{});
  if (model.bad_link) return;
  if (!interaction.open_menu.empty()) {
    const bool hangs_from_button = interaction.opened_by_key && interaction.open_menu != kTextMenu;
    context.focus = hangs_from_button ? interaction.open_menu : std::string(kSourceId);
    interaction.open_menu.clear();
  } else if (is_outline_sheet || (model.outline.open && is_in_outline())) {
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
  key_is_used = false;
  if (!input.key) return;
  const KeyPress& press = *input.key;
  if (press.key == Key::kEscape) return leave(context, model, input);
  if (model.dialog || model.bad_link) return;
  const bool closes_menu = !std::exchange(interaction.open_menu, {}).empty();
  key_is_used = closes_menu && press.key != Key::kCharacter;
  if (key_is_used) return;
  const bool is_unseen = !shows_source(model);
  const bool selects_all = press.character == U'a' && press.modifiers.control && !press.modifiers.alt;
  if ((page.has_focus() || is_unseen) && selects_all) return page.select_all();
  if (is_unseen && press.key != Key::kCharacter) {  // the page has the keyboard
    interaction.keyed = kPageId;
    interaction.key = press;
    return;
  }
  page.leave_focus();
  const Command* command = command_of(press);
  if (command == nullptr) return;
  const std::optional<app::Action> action = command->action(model, context.dark);
  if (action && !(is_unseen && writes(*action))) context.act(*action);
}

std::optional<OpenMenu> Desk::Parts::draw_source(Context& context, const app::Model& model,
                                                 app::Derived& derived, const Input& input, Rect area,
                                                 Frame& frame) {
  const bool is_searching_low = low && model.find.open;
  Rect strip = area.take_top(context.px(is_searching_low ? 0 : low ? kLowStripHeight : kStripHeight));
  const bool is_alone = model.preferences.panes == app::Panes::kSource && !narrow;
  const Rect view_switch = is_alone ? take_view_switch(context, strip) : Rect{};
  std::optional<OpenMenu> menu;
  if (!is_searching_low) menu = draw_format_strip(context, model, derived, strip);
  if (is_alone) draw_view_switch(context, model, view_switch);
  find.draw(context, model, derived, area.take_top(find.height(context, model, derived, area.width, low)),
            low);
  Input rest = input;
  if (key_is_used) rest.key.reset();
  editor.draw(context, model, derived, rest, area, !model.dialog, frame.field);
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

// The page of a link that does not open, in the place of the panes: it takes the keyboard when it comes.
void Desk::Parts::draw_bad_link(Context& context, const app::Model& model, const Rect& screen) {
  Rect rest = screen;
  if (model.notice) draw_notice(context, *model.notice, notice_since, rest);
  bad_link.draw(context, *model.bad_link, rest);
  if (shows_bad_link) return;
  context.focus = BadLinkPage::kFirstFocus;
  bad_link.begin();
}

// The dialog, if there is one: it takes the keyboard, and gives it back when it goes.
void Desk::Parts::draw_dialogs(Context& context, const app::Model& model, const Rect& screen) {
  const auto* form = model.dialog ? std::get_if<app::FormDialog>(&*model.dialog) : nullptr;
  const std::optional<std::size_t> wrong = form != nullptr ? form->wrong : std::nullopt;
  if (model.dialog) {
    context.layer = Layer::kDialog;
    const auto* list = std::get_if<app::DraftsDialog>(&*model.dialog);
    if (list != nullptr && list->to_delete.empty()) {
      DraftsList::draw(context, *list, frame, screen);
    } else {
      draw_dialog(context, *model.dialog, frame, screen);
    }
    std::string first = first_focus_of(*model.dialog);
    if (first != dialog_focus) context.focus = first;
    if (wrong && wrong != wrong_field) context.focus = form_field_id(*wrong);
    dialog_focus = std::move(first);
  } else if (!dialog_focus.empty()) {
    context.focus = model.bad_link ? BadLinkPage::kFirstFocus : kSourceId;
    dialog_focus.clear();
    frame.close();
  }
  wrong_field = wrong;
}

void Desk::Parts::draw_page(Context& context, const app::Model& model, app::Derived& derived, Rect area) {
  if (!narrow) draw_page_strip(context, model, area.take_top(context.px(kStripHeight)));
  page.draw(context, model, derived, area);
}

// The pane that the person uses: with the pointer, or by typing.
void Desk::Parts::choose_leader(Context& context, const Input& input, const Rect& source_area,
                                const Rect& page_area) {
  const Pointing& pointing = context.pointing;
  const bool moves = pointing.pressed || pointing.wheel != 0;
  const bool keys_scroll_page =
      context.key_on("page") != nullptr || context.key_on("page/scrollbar") != nullptr;
  if ((moves && context.points_at(page_area)) || keys_scroll_page) sync.lead(Pane::kPage);
  if ((moves && context.points_at(source_area)) || context.key_on("source/scrollbar") != nullptr)
    sync.lead(Pane::kSource);
  const bool presses_elsewhere = pointing.pressed && !context.points_at(page_area);
  if (presses_elsewhere || input.key) sync.lead(Pane::kSource);
  if (presses_elsewhere) page.leave_focus();
}

// The leader is drawn first, so that the other is where it is in the same frame. Whichever it is, the nodes
// are in the order of what is seen: the left pane, the line between, the right pane.
std::optional<OpenMenu> Desk::Parts::draw_beside(Context& context, const app::Model& model,
                                                 app::Derived& derived, const Input& input, const Rect& panes,
                                                 Frame& frame) {
  const auto node_count = [&] { return context.semantics.nodes().size(); };
  const std::size_t splitter_node = node_count();
  const Halves halves = split(context, model, panes);
  const Rect& source_area = model.preferences.swapped ? halves.right : halves.left;
  const Rect& page_area = model.preferences.swapped ? halves.left : halves.right;
  choose_leader(context, input, source_area, page_area);
  const bool source_leads = sync.leader() == Pane::kSource;
  const std::size_t leader_node = node_count();
  std::size_t other_node = leader_node;
  std::optional<OpenMenu> menu;
  if (source_leads) {
    menu = draw_source(context, model, derived, input, source_area, frame);
    other_node = node_count();
    if (sync.has_moved(editor.moves())) page.follow(editor.reading(), false);
    draw_page(context, model, derived, page_area);
  } else {
    draw_page(context, model, derived, page_area);
    other_node = node_count();
    if (sync.has_moved(page.moves())) editor.follow(page.reading(), false);
    menu = draw_source(context, model, derived, input, source_area, frame);
  }
  sync.note(editor.moves(), page.moves(), source_leads ? editor.reading() : page.reading());
  if (source_leads != model.preferences.swapped) {
    context.semantics.bring_forward(splitter_node, leader_node, other_node);
  } else {
    context.semantics.bring_forward(splitter_node, other_node, node_count());
  }
  draw_splitter(context, halves);
  return menu;
}

// A pane that comes into sight goes to the passage that the other showed.
std::optional<OpenMenu> Desk::Parts::draw_alone(Context& context, const app::Model& model,
                                                app::Derived& derived, const Input& input, Pane pane,
                                                Rect area, Frame& frame) {
  const bool comes = sync.leader() != pane;
  sync.lead(pane);
  std::optional<OpenMenu> menu;
  if (pane == Pane::kSource) {
    if (comes) editor.follow(sync.reading(), true);
    menu = draw_source(context, model, derived, input, area, frame);
    sync.note(editor.moves(), page.moves(), editor.reading());
  } else {
    if (comes) page.follow(sync.reading(), true);
    draw_page(context, model, derived, area);
    sync.note(editor.moves(), page.moves(), page.reading());
  }
  return menu;
}

std::optional<OpenMenu> Desk::Parts::draw_main(Context& context, const app::Model& model,
                                               app::Derived& derived, const Input& input, const Rect& area,
                                               Frame& frame) {
  context.describe({.id = "main", .role = Role::kMain}, area);
  const SemanticGroup group(context.semantics);
  const bool shows_both = !narrow && model.preferences.panes == app::Panes::kBoth;
  if (shows_both) return draw_beside(context, model, derived, input, area, frame);
  const Pane pane = shows_source(model) ? Pane::kSource : Pane::kPage;
  return draw_alone(context, model, derived, input, pane, area, frame);
}

void Desk::Parts::draw_panes(Context& context, const app::Model& model, app::Derived& derived,
                             const Input& input, Rect screen, Frame& frame) {
  const Rect whole = screen;
  Rect bar = screen.take_top(context.px(low ? kLowBarHeight : narrow ? kNarrowBarHeight : kBarHeight));
  const Rect tabs = low      ? bar.take_left(context.px(kLowTabsWidth))
                    : narrow ? screen.take_top(context.px(kTabHeight))
                             : Rect{};
  if (low) draw_tabs(context, model, tabs);
  std::optional<OpenMenu> menu = draw_toolbar(context, model, bar);
  if (narrow && !low) draw_tabs(context, model, tabs);
  const std::size_t problem_count = derived.shown_diagnostics(model, context.time).size();
  const bool is_searching_low = low && model.find.open;
  const Rect drawer = screen.take_bottom(
      is_searching_low ? 0 : problems.height(context, model, problem_count, screen.height));
  if (model.notice) draw_notice(context, *model.notice, notice_since, screen);
  if (model.outline.open && !is_outline_sheet) draw_outline(context, model, derived, screen);
  std::optional<OpenMenu> strip_menu = draw_main(context, model, derived, input, screen, frame);
  if (!is_searching_low) problems.draw(context, model, derived, drawer);
  findings_voice.follow(context, model, derived.shown_diagnostics(model, context.time));
  if (strip_menu) menu = std::move(strip_menu);
  if (!menu) menu = editor.menu(context, model);
  if (!menu && !is_outline_sheet) return;
  context.painter.draw_into(*ImGui::GetForegroundDrawList());
  context.layer = Layer::kMenu;
  if (is_outline_sheet) draw_outline_sheet(context, model, derived, whole);
  if (menu) draw_open_menu(context, *menu, menu_entries, whole);
}

std::optional<app::TypeText> Desk::type(const app::Model& model, app::Derived& derived, FieldEdit edit,
                                        double time) {
  if (model.dialog || model.bad_link) return std::nullopt;
  const bool closes_menu = !std::exchange(parts_->interaction.open_menu, {}).empty();
  const bool writes = !edit.replaced.empty() || !edit.text.empty();
  if (closes_menu && writes && !edit.composing) return std::nullopt;  // an input method goes on by itself
  parts_->sync.lead(Pane::kSource);
  parts_->page.leave_focus();
  return parts_->editor.type(model, derived, std::move(edit), time);
}

Frame Desk::draw(const app::Model& model, app::Derived& derived, const Input& input, float scale, bool dark) {
  Parts& parts = *parts_;
  if (scale != parts.scale) {
    parts.scale = scale;
    reset_layout();
  }
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  const Rect screen{0, 0, size.x, size.y};
  parts.begin_frame(model, input, screen);

  Frame frame;
  const Theme& theme = dark ? dark_theme() : light_theme();
  Painter painter(*ImGui::GetBackgroundDrawList(), parts.fonts, theme, parts.metrics, scale);
  Context context{.painter = painter,
                  .theme = theme,
                  .words = messages::Catalog::of(model.preferences.language),
                  .metrics = parts.metrics,
                  .paragraphs = parts.paragraphs,
                  .semantics = parts.semantics,
                  .pictures = parts.pictures,
                  .interaction = parts.interaction,
                  .actions = frame.actions,
                  .pointing = read_pointing(),
                  .scale = scale,
                  .time = input.time,
                  .dark = dark,
                  .apple_keys = input.apple_keys,
                  .touch_only = input.touch_only,
                  .still = input.still};
  parts.draw_all(context, model, derived, input, screen, frame);
  parts.interaction.forget_input(context.pointing.down);
  if (context.pointing.more_to_come) context.wake_in(0);
  context.wake_in(derived.due_in(input.time));
  frame.pointer = context.cursor;
  frame.focus = std::move(context.focus);
  frame.next_frame_in = context.next_frame_in;
  return frame;
}

// What the model has asked for since the last frame, and which layer is on top in this one.
void Desk::Parts::begin_frame(const app::Model& model, const Input& input, const Rect& screen) {
  semantics.clear();
  if (model.notices != notices) {
    notices = model.notices;
    notice_since = input.time;
  }
  if (model.bad_link) interaction.open_menu.clear();
  is_outline_sheet =
      !model.bad_link && model.outline.open && screen.width < std::round(kOutlineBeside * scale);
  if (!model.outline.open) outline.close();
  interaction.top = model.dialog                                         ? Layer::kDialog
                    : !interaction.open_menu.empty() || is_outline_sheet ? Layer::kMenu
                                                                         : Layer::kDesk;
}

void Desk::Parts::draw_all(Context& context, const app::Model& model, app::Derived& derived,
                           const Input& input, const Rect& screen, Frame& frame) {
  narrow = screen.width < context.px(kNarrow);
  low = narrow && screen.height < context.px(kLow);
  take_shortcuts(context, model, input);
  editor.hide();
  if (model.bad_link) {
    draw_bad_link(context, model, screen);
  } else {
    draw_panes(context, model, derived, input, screen, frame);
    if (shows_bad_link) context.focus = kSourceId;
  }
  shows_bad_link = model.bad_link.has_value();
  context.painter.draw_into(*ImGui::GetForegroundDrawList());
  draw_dialogs(context, model, screen);
  draw_hint(context, screen);
}

}  // namespace depeche::ui
