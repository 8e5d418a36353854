#include "ui/desk/format_strip.h"

#include <cmath>
#include <utility>

#include "app/place.h"
#include "ui/kit/menu.h"
#include "ui/kit/widgets.h"

namespace depeche::ui {
namespace {

// CSS pixels.
constexpr float kButtonSize = 32;
constexpr float kGap = 2;
constexpr float kGroupGap = 13;
constexpr float kEdge = 24;
constexpr float kNarrowEdge = 8;
constexpr float kNarrow = 480;
constexpr float kMenuWidth = 52;  // of a button that opens a menu

constexpr std::string_view kHeadingMenu = "format/heading";
constexpr std::string_view kMoreMenu = "format/more";

// Cuts the strip up from its left end.
class Slots {
 public:
  Slots(Context& context, const Rect& area) : context_(context), rest_(area) {}

  float room() const { return rest_.width; }

  Rect take(float css_width) {
    const Rect slot = rest_.take_left(context_.px(css_width));
    rest_.take_left(context_.px(kGap));
    const float size = context_.px(kButtonSize);
    return {slot.x, std::round(slot.center_y() - size / 2), slot.width, size};
  }

  void begin_group() {
    const Rect gap = rest_.take_left(context_.px(kGroupGap));
    const float height = context_.px(20);
    context_.painter.vertical(std::round(gap.center_x() - context_.px(kGap) / 2),
                              std::round(gap.center_y() - height / 2), height, context_.theme.hairline);
  }

 private:
  Context& context_;
  Rect rest_;
};

class Strip {
 public:
  Strip(Context& context, const app::Model& model, const app::Place& place)
      : context_(context), model_(model), place_(place) {}

  std::optional<OpenMenu> draw(const Rect& area) {
    const bool narrow = area.width < context_.px(kNarrow);
    const float edge = context_.px(narrow ? kNarrowEdge : kEdge) - context_.px(narrow ? 0 : 7);
    Rect rest = area;
    rest.take_left(edge);
    rest.take_right(edge);
    // At the right end: find and the outline, and what has no room.
    Rect right = rest.take_right(context_.px(3 * (kButtonSize + kGap) + kGroupGap));
    Slots left(context_, rest);
    draw_tools(left);
    Slots end(context_, right);
    draw_end(end);
    return std::move(menu_);
  }

 private:
  bool is_open(std::string_view id) const { return context_.interaction.open_menu == id; }

  bool draw_button_of(const Command& command, bool opens_menu, const Rect& slot) {
    const bool is_expanded = opens_menu && is_open(command.id);
    const Button button{.id = command.id,
                        .name = context_.label(command.label),
                        .icon = command.icon,
                        .words = false,
                        .opens_menu = opens_menu,
                        .disabled = !is_enabled(command, model_, place_),
                        .chosen = is_on(command, model_, place_) || is_expanded,
                        .shortcut = command.shortcut,
                        .expanded = is_expanded,
                        .is_switch = command.is_on != nullptr && !opens_menu,
                        .popup = opens_menu ? Popup::kMenu : command.popup};
    return draw_button(context_, button, slot);
  }

  void act(const Command& command) {
    if (const auto action = command.action(model_, context_.dark)) context_.act(*action);
  }

  // The first that have room are buttons.
  void draw_tools(Slots& slots) {
    bool full = false;
    for (const Command* command : commands_of(CommandPlace::kStrip)) {
      const bool opens_menu = command->opens_menu != nullptr && command->opens_menu(place_);
      const float width = opens_menu ? kMenuWidth : kButtonSize;
      const float needed = context_.px(width + (command->begins_group ? kGroupGap : 0));
      full = full || slots.room() < needed;
      if (full) {
        overflow(*command, opens_menu);
        continue;
      }
      if (command->begins_group) slots.begin_group();
      const Rect slot = slots.take(width);
      const bool clicked = draw_button_of(*command, opens_menu, slot);
      if (clicked && opens_menu) toggle_menu(context_, command->id);
      if (clicked && !opens_menu) act(*command);
      if (opens_menu && is_open(command->id))
        menu_ = {std::string(command->id), std::string(context_.label(command->label)), slot,
                 menu_of(command->id)};
    }
  }

  std::vector<MenuEntry> menu_of(std::string_view id) {
    const CommandPlace menu = id == kHeadingMenu ? CommandPlace::kHeadingMenu : CommandPlace::kTableMenu;
    return entries_of(context_, menu, model_, place_);
  }

  // Into the menu at the end; a menu's entries stand there themselves.
  void overflow(const Command& command, bool opens_menu) {
    if (opens_menu) {
      std::vector<MenuEntry> entries = menu_of(command.id);
      entries.front().begins_group = true;
      rest_.insert(rest_.end(), entries.begin(), entries.end());
    } else if (std::optional<MenuEntry> entry = entry_of(context_, command, model_, place_)) {
      if (entry->on == false) entry->on.reset();  // it looks like a command there, until it is on
      rest_.push_back(*std::move(entry));
    }
  }

  void draw_end(Slots& slots) {
    slots.begin_group();
    for (const Command* command : commands_of(CommandPlace::kStripEnd)) {
      if (draw_button_of(*command, false, slots.take(kButtonSize))) act(*command);
    }
    if (rest_.empty()) return;
    const Button more{.id = kMoreMenu,
                      .name = context_.label("ui/more-formats"),
                      .icon = Icon::kMore,
                      .words = false,
                      .chosen = is_open(kMoreMenu),
                      .expanded = is_open(kMoreMenu),
                      .popup = Popup::kMenu};
    const Rect slot = slots.take(kButtonSize);
    if (draw_button(context_, more, slot)) toggle_menu(context_, kMoreMenu);
    if (is_open(kMoreMenu)) {
      rest_.front().begins_group = false;
      menu_ = {std::string(kMoreMenu), std::string(more.name), slot, std::move(rest_)};
    }
  }

  Context& context_;
  const app::Model& model_;
  const app::Place& place_;
  std::vector<MenuEntry> rest_;
  std::optional<OpenMenu> menu_;
};

}  // namespace

std::optional<OpenMenu> draw_format_strip(Context& context, const app::Model& model, app::Derived& derived,
                                          const Rect& area) {
  context.describe(
      {.id = "format", .role = Role::kToolbar, .name = std::string(context.label("ui/format-tools"))}, area);
  const SemanticGroup group(context.semantics);
  context.painter.fill(area, context.theme.paper);
  context.painter.horizontal(area.x, area.bottom() - std::max(1.0F, std::floor(context.scale)), area.width,
                             context.theme.hairline);
  const app::Place place = app::place_at(derived.release(model), model.editor.selection);
  return Strip(context, model, place).draw(area);
}

}  // namespace depeche::ui
