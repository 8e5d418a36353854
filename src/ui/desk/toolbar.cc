#include "ui/desk/toolbar.h"

#include <cmath>
#include <utility>
#include <vector>

#include "ui/kit/widgets.h"

namespace depeche::ui {
namespace {

constexpr float kButtonHeight = 32;
constexpr float kGap = 4;
constexpr float kEdge = 24;
constexpr float kNarrowEdge = 12;
constexpr float kShortestName = 48;  // narrower, the document goes without
constexpr float kNarrowBar = 900;    // below, buttons show their icons only

constexpr std::string_view kExportMenu = "toolbar/export";
constexpr std::string_view kMoreMenu = "toolbar/more";

// Puts a button at the right end of what is left of the bar.
Rect place_right(Context& context, Rect& rest, const Button& button) {
  const Rect slot = rest.take_right(width_of(context, button));
  rest.take_right(context.px(kGap));
  const float height = context.px(kButtonHeight);
  return {slot.x, std::round(slot.center_y() - height / 2), slot.width, height};
}

// Where the text is kept, in words; empty while nothing in it is the person's own.
std::string_view state_of(Context& context, const app::Model& model) {
  if (model.is_saved()) return context.label("ui/saved-file");
  if (model.is_template()) return {};
  if (!model.is_stored()) return context.label("ui/unsaved");
  return context.label(model.keeping == app::Keeping::kTab ? "ui/saved-tab" : "ui/saved");
}

void draw_document(Context& context, const app::Model& model, const Rect& area) {
  const std::string name =
      model.file_name.empty() ? std::string(context.label("ui/untitled")) : model.file_name;
  const bool kept = model.is_saved() || model.is_stored();
  const std::string_view state = state_of(context, model);
  const layout::Style bold = context.style(Face::kInterfaceBold, 15);
  const layout::Style quiet = context.style(Face::kInterface, 13, Ink::kQuiet);

  const float state_width = state.empty() ? 0 : context.painter.text_width(quiet, state) + context.px(24);
  const bool room_for_state = !state.empty() && area.width > state_width + context.px(120);
  const float name_room = room_for_state ? area.width - state_width : area.width;
  const bool shows_name = area.width >= context.px(kShortestName);
  const std::string shown = shows_name ? shortened(context, bold, name, name_room) : std::string();
  const float end = draw_label(context, bold, area.x, area.center_y(), shown);
  if (room_for_state) {
    const float dot = context.px(6);
    const float x = std::round(end + context.px(14));
    context.painter.fill({x, std::round(area.center_y() - dot / 2), dot, dot},
                         kept ? context.theme.success : context.theme.warning, dot / 2);
    draw_label(context, quiet, x + dot + context.px(8), area.center_y(), state);
  }
  context.describe({.id = "toolbar/document", .role = Role::kParagraph, .name = name}, area);
  context.describe({.id = "toolbar/saved", .role = Role::kParagraph, .name = std::string(state)}, area);
}

// `words`: its name shows beside its icon.
Button button_of(Context& context, std::string_view id, bool words) {
  const Command& row = command(id);
  return {.id = row.id,
          .name = context.label(row.label),
          .icon = row.icon,
          .words = words,
          .shortcut = row.shortcut,
          .popup = row.popup};
}

// Of one that opens a menu: `words` brings the chevron, too.
Button menu_button_of(Context& context, std::string_view id, bool words) {
  Button button = button_of(context, id, words);
  button.opens_menu = words;
  button.popup = Popup::kMenu;
  button.chosen = button.expanded = context.interaction.open_menu == id;
  return button;
}

}  // namespace

std::optional<OpenMenu> draw_toolbar(Context& context, const app::Model& model, const Rect& area) {
  context.painter.fill(area, context.theme.paper);
  context.painter.horizontal(area.x, area.bottom() - std::max(1.0F, std::floor(context.scale)), area.width,
                             context.theme.hairline);
  const bool words = area.width >= context.px(kNarrowBar);
  Rect rest = area;
  rest.take_left(context.px(words ? kEdge : kNarrowEdge));
  rest.take_right(context.px(words ? kEdge - 8 : kNarrowEdge - 4));
  const Button choose = button_of(context, "toolbar/open", words);
  const Button save = button_of(context, "toolbar/save", words);
  const Button exports = menu_button_of(context, kExportMenu, words);
  Button share = button_of(context, "toolbar/share", words);
  share.look = ButtonLook::kMain;
  const Button more = menu_button_of(context, kMoreMenu, false);

  context.describe({.id = "banner", .role = Role::kBanner}, area);
  const SemanticGroup banner(context.semantics);

  // The buttons have their room before the document's name has the rest; all are reached from the left.
  const Rect more_place = place_right(context, rest, more);
  const Rect share_place = place_right(context, rest, share);
  rest.take_right(context.px(kGap));
  const Rect export_place = place_right(context, rest, exports);
  const Rect save_place = place_right(context, rest, save);
  const Rect open_place = place_right(context, rest, choose);
  rest.take_right(context.px(12));

  draw_document(context, model, rest);
  context.describe(
      {.id = "toolbar", .role = Role::kToolbar, .name = std::string(context.label("ui/document-tools"))},
      area);
  const SemanticGroup tools(context.semantics);
  const auto draw = [&](const Button& button, const Rect& place) {
    if (!draw_button(context, button, place)) return;
    if (const auto action = command(button.id).action(model, context.dark)) context.act(*action);
  };
  draw(choose, open_place);
  draw(save, save_place);
  if (draw_button(context, exports, export_place)) toggle_menu(context, kExportMenu);
  draw(share, share_place);
  if (draw_button(context, more, more_place)) toggle_menu(context, kMoreMenu);

  const auto menu_of = [&](std::string_view id, const Rect& button, CommandPlace entries) {
    return OpenMenu{std::string(id), std::string(context.label(command(id).label)), button,
                    entries_of(context, entries, model, app::Place())};
  };
  std::optional<OpenMenu> menu;
  if (context.interaction.open_menu == kExportMenu)
    menu = menu_of(kExportMenu, export_place, CommandPlace::kExportMenu);
  if (context.interaction.open_menu == kMoreMenu)
    menu = menu_of(kMoreMenu, more_place, CommandPlace::kMoreMenu);
  return menu;
}

}  // namespace depeche::ui
