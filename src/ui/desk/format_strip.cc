#include "ui/desk/format_strip.h"

#include <array>
#include <cmath>
#include <utility>

#include "app/place.h"
#include "ui/kit/widgets.h"

namespace depeche::ui {
namespace {

using app::FormKind;
using app::TextCommand;
using editor::TextKind;

// CSS pixels.
constexpr float kButtonSize = 32;
constexpr float kGap = 2;
constexpr float kGroupGap = 13;
constexpr float kEdge = 24;
constexpr float kNarrowEdge = 8;
constexpr float kNarrow = 480;
constexpr float kMenuWidth = 52;  // of a button that opens a menu

constexpr std::string_view kHeadingMenu = "format/heading";
constexpr std::string_view kTableMenu = "format/table";
constexpr std::string_view kMoreMenu = "format/more";

struct Tool {
  std::string_view id;
  std::string_view label;
  Icon icon;
  app::Action action;
  std::string_view shortcut{};
  bool on = false;
  bool disabled = false;
  bool begins_group = false;
  bool opens_menu = false;
};

// In the order of the strip; the first that have room are buttons.
std::vector<Tool> tools(const app::Model& model, const app::Place& place) {
  const editor::History& history = model.editor.history;
  const bool is_text = place.kind == TextKind::kMarkdown;
  const bool in_table = place.table != markdown::kNoNode;
  return {
      {"format/undo", "ui/undo", Icon::kUndo, app::Undo{}, "Ctrl+Z", false, history.undoable() == nullptr},
      {"format/redo", "ui/redo", Icon::kRedo, app::Redo{}, "Ctrl+Y", false, history.redoable() == nullptr},
      {kHeadingMenu, "ui/heading", Icon::kHeading, {}, "", place.heading > 0, !is_text, true, true},
      {"format/bold", "ui/bold", Icon::kBold, app::Run{TextCommand::kBold}, "Ctrl+B", place.bold, !is_text},
      {"format/italic", "ui/italic", Icon::kItalic, app::Run{TextCommand::kItalic}, "Ctrl+I", place.italic,
       !is_text},
      {"format/link", "ui/link", Icon::kLink, app::OpenForm{FormKind::kLink}, "Ctrl+K",
       place.link != markdown::kNoNode, !is_text},
      {"format/list", "ui/list", Icon::kList, app::Run{TextCommand::kBulletList}, "Ctrl+Shift+8",
       place.bullet_list, !is_text, true},
      {"format/ordered-list", "ui/ordered-list", Icon::kOrderedList, app::Run{TextCommand::kOrderedList},
       "Ctrl+Shift+7", place.ordered_list, !is_text},
      {"format/citation", "ui/citation", Icon::kCitation, app::Run{TextCommand::kCitation}, "",
       place.citation, !is_text},
      {"format/image", "ui/image", Icon::kImage, app::OpenForm{FormKind::kImage}, "",
       place.image != markdown::kNoNode, !is_text, true},
      {"format/attachment", "ui/attachment", Icon::kAttachment, app::OpenForm{FormKind::kAttachment}},
      {kTableMenu, "ui/table", Icon::kTable, app::OpenForm{FormKind::kTable}, "", in_table, !is_text, false,
       in_table},
      {"format/important-link", "ui/important-link", Icon::kImportantLink,
       app::OpenForm{FormKind::kImportantLink}, "", place.important_link, !is_text},
      {"format/quote", "ui/quote", Icon::kQuote, app::Run{TextCommand::kQuote}, "Ctrl+Shift+9",
       place.quote && !place.citation && !place.important_link, !is_text, true},
      {"format/strike", "ui/strike", Icon::kStrike, app::Run{TextCommand::kStrike}, "Ctrl+Shift+X",
       place.struck, !is_text},
      {"format/code", "ui/code", Icon::kCode, app::Run{TextCommand::kCode}, "", place.code,
       place.kind == TextKind::kYaml},
      {"format/rule", "ui/rule", Icon::kRule, app::Run{TextCommand::kRule}, "", false, !is_text},
  };
}

MenuEntry entry_of(Context& context, const Tool& tool) {
  return {.id = std::string(tool.id),
          .name = std::string(context.label(tool.label)),
          .icon = tool.icon,
          .action = tool.action,
          .shortcut = context.shortcut(tool.shortcut),
          .on = tool.on ? std::optional(true) : std::nullopt,
          .disabled = tool.disabled,
          .begins_group = tool.begins_group};
}

std::vector<MenuEntry> heading_entries(Context& context, const app::Place& place) {
  constexpr std::array kIcons = {Icon::kParagraph, Icon::kHeading1, Icon::kHeading2, Icon::kHeading3,
                                 Icon::kHeading4,  Icon::kHeading5, Icon::kHeading6};
  std::vector<MenuEntry> entries;
  for (std::uint32_t level = 0; level < kIcons.size(); ++level) {
    const std::string number = std::to_string(level);
    entries.push_back({.id = "heading/" + number,
                       .name = level == 0 ? std::string(context.label("ui/paragraph"))
                                          : context.words.text({"ui/heading-level", {number}}),
                       .icon = kIcons[level],
                       .action = app::SetHeading{level},
                       .shortcut = context.shortcut("Ctrl+Alt+" + number),
                       .on = place.heading == static_cast<int>(level)});
  }
  return entries;
}

std::vector<MenuEntry> table_entries(Context& context) {
  const auto entry = [&](std::string_view id, std::string_view label, Icon icon, TextCommand command) {
    return MenuEntry{.id = std::string(id),
                     .name = std::string(context.label(label)),
                     .icon = icon,
                     .action = app::Run{command}};
  };
  return {entry("table/add-row", "ui/add-row", Icon::kAddRow, TextCommand::kRowBelow),
          entry("table/add-column", "ui/add-column", Icon::kAddColumn, TextCommand::kColumnAfter),
          entry("table/remove-row", "ui/remove-row", Icon::kRemoveRow, TextCommand::kRemoveRow),
          entry("table/remove-column", "ui/remove-column", Icon::kRemoveColumn, TextCommand::kRemoveColumn)};
}

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

  bool draw_button_of(const Tool& tool, const Rect& slot) {
    const std::string shortcut = context_.shortcut(tool.shortcut);
    const Button button{.id = tool.id,
                        .name = context_.label(tool.label),
                        .icon = tool.icon,
                        .words = false,
                        .opens_menu = tool.opens_menu,
                        .disabled = tool.disabled,
                        .chosen = tool.on || (tool.opens_menu && is_open(tool.id)),
                        .shortcut = shortcut,
                        .expanded = tool.opens_menu && is_open(tool.id)};
    return draw_button(context_, button, slot);
  }

  void draw_tools(Slots& slots) {
    bool full = false;
    for (Tool& tool : tools(model_, place_)) {
      const float width = tool.opens_menu ? kMenuWidth : kButtonSize;
      const float needed = context_.px(width + (tool.begins_group ? kGroupGap : 0));
      full = full || slots.room() < needed;
      if (full) {
        overflow(tool);
        continue;
      }
      if (tool.begins_group) slots.begin_group();
      const Rect slot = slots.take(width);
      const bool clicked = draw_button_of(tool, slot);
      if (clicked && tool.opens_menu) toggle_menu(context_, tool.id);
      if (clicked && !tool.opens_menu) context_.act(tool.action);
      if (tool.opens_menu && is_open(tool.id)) menu_ = {std::string(tool.id), slot, menu_of(tool.id)};
    }
  }

  std::vector<MenuEntry> menu_of(std::string_view id) {
    return id == kHeadingMenu ? heading_entries(context_, place_) : table_entries(context_);
  }

  // Into the menu at the end; a menu's entries stand there themselves.
  void overflow(const Tool& tool) {
    if (!tool.opens_menu) {
      rest_.push_back(entry_of(context_, tool));
      return;
    }
    std::vector<MenuEntry> entries = menu_of(tool.id);
    entries.front().begins_group = true;
    rest_.insert(rest_.end(), entries.begin(), entries.end());
  }

  void draw_end(Slots& slots) {
    slots.begin_group();
    const Tool find{"format/find", "ui/find", Icon::kFind, app::OpenFind{}, "Ctrl+F", model_.find.open};
    if (draw_button_of(find, slots.take(kButtonSize))) {
      context_.act(model_.find.open ? app::Action(app::CloseFind{}) : app::Action(app::OpenFind{}));
    }
    const Tool outline{"format/outline",     "ui/outline",   Icon::kOutline,
                       app::ToggleOutline{}, "Ctrl+Shift+F", model_.outline.open};
    if (draw_button_of(outline, slots.take(kButtonSize))) context_.act(app::ToggleOutline{});
    if (rest_.empty()) return;
    Tool more{kMoreMenu, "ui/more-formats", Icon::kMore, {}};
    more.on = is_open(kMoreMenu);
    const Rect slot = slots.take(kButtonSize);
    if (draw_button_of(more, slot)) toggle_menu(context_, kMoreMenu);
    if (is_open(kMoreMenu)) {
      rest_.front().begins_group = false;
      menu_ = {std::string(kMoreMenu), slot, std::move(rest_)};
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
  context.painter.fill(area, context.theme.paper);
  context.painter.horizontal(area.x, area.bottom() - std::max(1.0F, std::floor(context.scale)), area.width,
                             context.theme.hairline);
  const app::Place place = app::place_at(derived.release(model), model.editor.selection);
  return Strip(context, model, place).draw(area);
}

}  // namespace depeche::ui
