#include "ui/kit/menu.h"

#include <algorithm>
#include <cmath>

namespace depeche::ui {
namespace {

// CSS pixels.
constexpr float kTextSize = 14;
constexpr float kIconSize = 18;
constexpr float kPadding = 12;
constexpr float kRadius = 4;
constexpr float kMargin = 4;
constexpr float kRowHeight = 40;
constexpr float kLowRowHeight = 34;  // of a long menu
constexpr float kGroupGap = 9;
constexpr float kNarrowest = 160;
constexpr std::size_t kLong = 6;

float width_of(Context& context, const std::vector<MenuEntry>& entries) {
  const layout::Style style = context.style(Face::kInterface, kTextSize);
  float width = context.px(kNarrowest);
  for (const MenuEntry& entry : entries) {
    float wanted = context.painter.text_width(style, entry.name) + context.px(kIconSize + 3 * kPadding + 8);
    if (!entry.shortcut.empty()) wanted += context.painter.text_width(style, entry.shortcut) + context.px(24);
    width = std::max(width, wanted);
  }
  return std::ceil(width);
}

bool draw_entry(Context& context, const MenuEntry& entry, const Rect& rect) {
  const Response response =
      context.react(entry.id, rect, entry.disabled ? Pointer::kDefault : Pointer::kHand);
  const bool is_on = entry.on.value_or(false);
  if (is_on) {
    context.painter.fill(rect, context.theme.accent_wash, context.px(kRadius));
    context.painter.frame(rect, context.theme.accent, context.px(kRadius));
  } else if (response.hovered && !entry.disabled) {
    context.painter.fill(rect, context.theme.pressed, context.px(kRadius));
  }
  const Ink ink = entry.disabled ? Ink::kFaint : is_on ? Ink::kAccent : Ink::kInk;
  const layout::Style style = context.style(Face::kInterface, kTextSize, ink);
  const float x = rect.x + context.px(kPadding);
  context.painter.icon(entry.icon, x + context.px(kIconSize) / 2, rect.center_y(), context.px(kIconSize),
                       is_on ? context.theme.accent : context.theme.quiet);
  const float name_x = x + context.px(kIconSize + kPadding);
  float name_end = rect.right() - context.px(kPadding);
  if (!entry.shortcut.empty()) {
    const layout::Style quiet = context.style(Face::kInterface, 13, Ink::kQuiet);
    name_end -= context.painter.text_width(quiet, entry.shortcut);
    draw_label(context, quiet, name_end, rect.center_y(), entry.shortcut);
    name_end -= context.px(kPadding);
  }
  draw_label(context, style, name_x, rect.center_y(),
             shortened(context, style, entry.name, name_end - name_x));
  context.describe({.id = entry.id,
                    .role = entry.on ? Role::kMenuItemCheckbox : Role::kMenuItem,
                    .name = entry.name,
                    .state = {.disabled = entry.disabled, .checked = entry.on},
                    .action = entry.disabled ? NodeAction::kNone : NodeAction::kPress,
                    .keys = entry.keys,
                    .popup = entry.popup},
                   rect);
  return response.clicked && !entry.disabled;
}

}  // namespace

std::optional<MenuEntry> entry_of(Context& context, const Command& command, const app::Model& model,
                                  const app::Place& place) {
  std::optional<app::Action> action = command.action(model, context.dark);
  if (!action) return std::nullopt;
  MenuEntry entry{.id = std::string(command.id),
                  .name = context.name_of(command),
                  .icon = command.icon,
                  .action = *std::move(action),
                  .shortcut = context.shortcut(command.shortcut),
                  .keys = aria_chord(command.shortcut, context.apple_keys),
                  .popup = command.popup,
                  .disabled = !is_enabled(command, model, place),
                  .begins_group = command.begins_group};
  if (command.is_on != nullptr) entry.on = is_on(command, model, place);
  return entry;
}

std::vector<MenuEntry> entries_of(Context& context, CommandPlace menu, const app::Model& model,
                                  const app::Place& place) {
  std::vector<MenuEntry> entries;
  for (const Command* command : commands_of(menu)) {
    if (std::optional<MenuEntry> entry = entry_of(context, *command, model, place))
      entries.push_back(*std::move(entry));
  }
  return entries;
}

void toggle_menu(Context& context, std::string_view id) {
  std::string& open = context.interaction.open_menu;
  open = open == id ? std::string() : std::string(id);
  context.interaction.menu_is_new = !open.empty();
  const bool closes_by_pointer = open.empty() && !context.interaction.opened_by_key;
  if (closes_by_pointer && !context.interaction.focused.empty()) context.focus = kSourceId;
  context.wake_in(0);
}

void draw_open_menu(Context& context, const OpenMenu& menu, ScrollBox& scrolled, const Rect& screen) {
  const float row = context.px(menu.entries.size() > kLong ? kLowRowHeight : kRowHeight);
  const float margin = context.px(kMargin);
  const float edge = context.px(8);
  const Rect room = screen.inset(edge, edge);
  const float width = std::min(width_of(context, menu.entries), room.width);
  float height = row * static_cast<float>(menu.entries.size()) + 2 * margin;
  for (const MenuEntry& entry : menu.entries) height += entry.begins_group ? context.px(kGroupGap) : 0;

  // Its right edge with the anchor's where that is in the right half, else its left.
  const bool to_left = menu.anchor.center_x() > screen.center_x();
  Rect panel{to_left ? menu.anchor.right() - width : menu.anchor.x, menu.anchor.bottom() + margin, width,
             std::min(height, room.height)};
  panel.x = std::max(room.x, std::min(panel.x, room.right() - width));
  panel.y = std::max(room.y, std::min(panel.y, room.bottom() - panel.height));
  context.painter.shadow(panel, context.px(kRadius));
  context.painter.fill(panel, context.theme.paper, context.px(kRadius));
  context.painter.frame(panel, context.theme.hairline, context.px(kRadius));
  context.describe({.id = menu.id + "/menu", .role = Role::kMenu, .name = menu.name}, panel);
  const SemanticGroup group(context.semantics);

  if (context.interaction.menu_is_new) scrolled.forget();
  bool done = false;
  Rect rest = scrolled.begin(context, menu.id, panel, height).inset(margin, margin);
  for (const MenuEntry& entry : menu.entries) {
    if (entry.begins_group) {
      const Rect gap = rest.take_top(context.px(kGroupGap));
      context.painter.horizontal(gap.x + context.px(kPadding), std::floor(gap.center_y()),
                                 gap.width - 2 * context.px(kPadding), context.theme.hairline);
    }
    if (!draw_entry(context, entry, rest.take_top(row))) continue;
    context.act(entry.action);
    context.focus = kSourceId;
    done = true;
  }
  scrolled.end(context);
  if (context.interaction.menu_is_new) {
    context.interaction.menu_is_new = false;
    // A finger has no use for it, and a phone's keyboard would go.
    const bool takes_keyboard = context.interaction.opened_by_key || !context.pointing.touch;
    if (takes_keyboard && !menu.entries.empty()) context.focus = menu.entries.front().id;
  }
  const bool elsewhere = context.pointing.pressed &&
                         !panel.contains(context.pointing.x, context.pointing.y) &&
                         !menu.anchor.contains(context.pointing.x, context.pointing.y);
  if (!done && !elsewhere) return;
  const bool has_keyboard = std::ranges::any_of(
      menu.entries, [&](const MenuEntry& entry) { return entry.id == context.interaction.focused; });
  if (has_keyboard) context.focus = kSourceId;
  context.interaction.open_menu.clear();
  context.wake_in(0);
}

}  // namespace depeche::ui
