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
  return context.label(model.is_stored() ? "ui/saved" : "ui/unsaved");
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
  context.describe({.id = "toolbar/document", .role = "heading", .name = name, .level = 1}, area);
  context.describe({.id = "toolbar/saved", .role = "status", .name = std::string(state)}, area);
}

std::vector<MenuEntry> export_entries(Context& context) {
  const auto entry = [&](std::string_view id, std::string_view label, Icon icon, app::Action action) {
    return MenuEntry{.id = std::string(id),
                     .name = std::string(context.label(label)),
                     .icon = icon,
                     .action = std::move(action)};
  };
  return {entry("menu/markdown", "ui/download-markdown", Icon::kMarkdown, app::SaveMarkdown{}),
          entry("menu/page", "ui/download-page", Icon::kWebPage, app::ExportPage{}),
          entry("menu/json", "ui/download-json", Icon::kData, app::ExportJson{}),
          MenuEntry{.id = "menu/print",
                    .name = std::string(context.label("ui/print")),
                    .icon = Icon::kPrint,
                    .action = app::Print{},
                    .shortcut = context.shortcut("Ctrl+P"),
                    .begins_group = true}};
}

std::vector<MenuEntry> more_entries(Context& context, const app::Model& model) {
  const auto entry = [&](std::string_view id, std::string_view label, Icon icon, app::Action action,
                         std::optional<bool> on = std::nullopt) {
    return MenuEntry{.id = std::string(id),
                     .name = std::string(context.label(label)),
                     .icon = icon,
                     .action = std::move(action),
                     .on = on};
  };
  const bool french = model.preferences.language == messages::Language::kFrench;
  return {entry("menu/new", "ui/new", Icon::kNew, app::NewDocument{}),
          entry("menu/open-link", "ui/open-link", Icon::kLink, app::OpenForm{app::FormKind::kSharedDraft}),
          entry("menu/drafts", "ui/drafts", Icon::kDrafts, app::ShowDrafts{}),
          entry("menu/sample", "ui/sample", Icon::kDocument, app::OpenSample{}),
          entry("menu/theme", "ui/theme", Icon::kDarkTheme,
                app::SetTheme{context.dark ? app::Theme::kLight : app::Theme::kDark}),
          entry("menu/language", "ui/other-language", Icon::kLanguage,
                app::SetLanguage{french ? messages::Language::kEnglish : messages::Language::kFrench}),
          entry("menu/monospaced", "ui/monospaced", Icon::kMonospace,
                app::SetMonospaced{!model.preferences.monospaced}, model.preferences.monospaced),
          entry("menu/invisibles", "ui/invisibles", Icon::kInvisibles,
                app::ShowInvisibles{!model.preferences.invisibles_shown}, model.preferences.invisibles_shown),
          entry("menu/portability", "ui/portability", Icon::kMarkdown,
                app::CheckPortability{!model.portability_checked}, model.portability_checked)};
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
  const std::string& open = context.interaction.open_menu;

  const std::string open_key = context.shortcut("Ctrl+O");
  const Button choose{.id = "toolbar/open",
                      .name = context.label("ui/open"),
                      .icon = Icon::kOpen,
                      .words = words,
                      .shortcut = open_key};
  const std::string save_key = context.shortcut("Ctrl+S");
  const Button save{.id = "toolbar/save",
                    .name = context.label("ui/save"),
                    .icon = Icon::kSave,
                    .words = words,
                    .shortcut = save_key};
  const Button exports{.id = kExportMenu,
                       .name = context.label("ui/export"),
                       .icon = Icon::kExport,
                       .words = words,
                       .opens_menu = words,
                       .chosen = open == kExportMenu,
                       .expanded = open == kExportMenu};
  const Button share{.id = "toolbar/share",
                     .name = context.label("ui/share"),
                     .icon = Icon::kShare,
                     .look = ButtonLook::kMain,
                     .words = words};
  const Button more{.id = kMoreMenu,
                    .name = context.label("ui/more"),
                    .icon = Icon::kMore,
                    .words = false,
                    .chosen = open == kMoreMenu,
                    .expanded = open == kMoreMenu};

  // The buttons have their room before the document's name has the rest; all are reached from the left.
  const Rect more_place = place_right(context, rest, more);
  const Rect share_place = place_right(context, rest, share);
  rest.take_right(context.px(kGap));
  const Rect export_place = place_right(context, rest, exports);
  const Rect save_place = place_right(context, rest, save);
  const Rect open_place = place_right(context, rest, choose);
  rest.take_right(context.px(12));

  draw_document(context, model, rest);
  if (draw_button(context, choose, open_place)) context.act(app::ChooseFile{});
  if (draw_button(context, save, save_place)) context.act(app::SaveMarkdown{});
  if (draw_button(context, exports, export_place)) toggle_menu(context, kExportMenu);
  if (draw_button(context, share, share_place)) context.act(app::Share{});
  if (draw_button(context, more, more_place)) toggle_menu(context, kMoreMenu);

  std::optional<OpenMenu> menu;
  if (open == kExportMenu) menu = {std::string(kExportMenu), export_place, export_entries(context)};
  if (open == kMoreMenu) menu = {std::string(kMoreMenu), more_place, more_entries(context, model)};
  return menu;
}

}  // namespace depeche::ui
