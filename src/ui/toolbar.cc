#include "ui/toolbar.h"

#include <array>
#include <chrono>
#include <cmath>

#include "editor/commands.h"
#include "ui/widgets.h"

namespace depeche::ui {
namespace {

constexpr float kButtonHeight = 32;
constexpr float kGap = 4;
constexpr float kEdge = 24;
constexpr float kNarrowEdge = 12;
constexpr float kNarrowBar = 900;  // below, buttons show their icons only

constexpr std::string_view kExportMenu = "toolbar/export";
constexpr std::string_view kMoreMenu = "toolbar/more";

// Puts a button at the right end of what is left of the bar.
Rect place_right(Context& context, Rect& rest, const Button& button) {
  const Rect slot = rest.take_right(width_of(context, button));
  rest.take_right(context.px(kGap));
  const float height = context.px(kButtonHeight);
  return {slot.x, std::round(slot.center_y() - height / 2), slot.width, height};
}

void draw_document(Context& context, const app::Model& model, const Rect& area) {
  const std::string name =
      model.file_name.empty() ? std::string(context.label("ui/untitled")) : model.file_name;
  const bool kept = model.stored_revision == model.editor.revision;
  const bool saved = model.is_saved() || kept;
  const std::string_view state = context.label(model.is_saved() ? "ui/saved-file"
                                               : kept           ? "ui/saved"
                                                                : "ui/unsaved");
  const layout::Style bold = context.style(Face::kInterfaceBold, 15);
  const layout::Style quiet = context.style(Face::kInterface, 13, Ink::kQuiet);

  const float state_width = context.painter.text_width(quiet, state) + context.px(24);
  const bool room_for_state = area.width > state_width + context.px(120);
  const float name_room = room_for_state ? area.width - state_width : area.width;
  const float end =
      draw_label(context, bold, area.x, area.center_y(), shortened(context, bold, name, name_room));
  if (room_for_state) {
    const float dot = context.px(6);
    const float x = std::round(end + context.px(14));
    context.painter.fill({x, std::round(area.center_y() - dot / 2), dot, dot},
                         saved ? context.theme.success : context.theme.warning, dot / 2);
    draw_label(context, quiet, x + dot + context.px(8), area.center_y(), state);
  }
  context.describe({.id = "toolbar/document", .role = "heading", .name = name, .level = 1}, area);
  context.describe({.id = "toolbar/saved", .role = "status", .name = std::string(state)}, area);
}

void toggle_menu(Context& context, std::string_view id) {
  std::string& open = context.interaction.open_menu;
  open = open == id ? std::string() : std::string(id);
  context.wake_in(0);
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
  std::optional<OpenMenu> menu;

  const Button more{.id = kMoreMenu,
                    .name = context.label("ui/more"),
                    .icon = Icon::kMore,
                    .words = false,
                    .chosen = open == kMoreMenu};
  const Rect more_rect = place_right(context, rest, more);
  if (draw_button(context, more, more_rect)) toggle_menu(context, kMoreMenu);
  if (open == kMoreMenu) menu = {std::string(kMoreMenu), more_rect};

  const Button share{.id = "toolbar/share",
                     .name = context.label("ui/share"),
                     .icon = Icon::kShare,
                     .look = ButtonLook::kMain,
                     .words = words};
  if (draw_button(context, share, place_right(context, rest, share))) context.act(app::Share{});
  rest.take_right(context.px(kGap));

  const Button exports{.id = kExportMenu,
                       .name = context.label("ui/export"),
                       .icon = Icon::kExport,
                       .words = words,
                       .opens_menu = words,
                       .chosen = open == kExportMenu};
  const Rect export_rect = place_right(context, rest, exports);
  if (draw_button(context, exports, export_rect)) toggle_menu(context, kExportMenu);
  if (open == kExportMenu) menu = {std::string(kExportMenu), export_rect};

  const Button save{.id = "toolbar/save",
                    .name = context.label("ui/save"),
                    .icon = Icon::kSave,
                    .words = words,
                    .shortcut = "Ctrl+S"};
  if (draw_button(context, save, place_right(context, rest, save))) context.act(app::SaveMarkdown{});

  const Button choose{.id = "toolbar/open",
                      .name = context.label("ui/open"),
                      .icon = Icon::kOpen,
                      .words = words,
                      .shortcut = "Ctrl+O"};
  if (draw_button(context, choose, place_right(context, rest, choose))) context.act(app::ChooseFile{});

  rest.take_right(context.px(12));
  draw_document(context, model, rest);
  return menu;
}

void draw_open_menu(Context& context, const app::Model& model, const OpenMenu& menu) {
  bool open = true;
  if (menu.id == kExportMenu) {
    const std::array items = {
        MenuItem{"menu/markdown", context.label("ui/download-markdown"), Icon::kMarkdown},
        MenuItem{"menu/page", context.label("ui/download-page"), Icon::kWebPage},
        MenuItem{"menu/json", context.label("ui/download-json"), Icon::kData},
    };
    const auto chosen = draw_menu(context, menu.id + "/menu", items, menu.anchor, open);
    if (chosen == 0U) context.act(app::SaveMarkdown{});
    if (chosen == 1U) context.act(app::ExportPage{});
    if (chosen == 2U) context.act(app::ExportJson{});
  } else {
    const bool french = model.language == messages::Language::kFrench;
    const std::array items = {
        MenuItem{"menu/new", context.label("ui/new"), Icon::kNew},
        MenuItem{"menu/sample", context.label("ui/sample"), Icon::kDocument},
        MenuItem{"menu/theme", context.label("ui/theme"), Icon::kDarkTheme},
        MenuItem{"menu/language", context.label("ui/other-language"), Icon::kLanguage},
        MenuItem{"menu/monospaced", context.label("ui/monospaced"), Icon::kMonospace, model.monospaced},
        MenuItem{"menu/invisibles", context.label("ui/invisibles"), Icon::kInvisibles,
                 model.invisibles_shown},
        MenuItem{"menu/portability", context.label("ui/portability"), Icon::kMarkdown,
                 model.portability_checked},
    };
    const auto chosen = draw_menu(context, menu.id + "/menu", items, menu.anchor, open);
    if (chosen == 0U) context.act(app::NewDocument{});
    if (chosen == 1U) context.act(app::OpenSample{});
    if (chosen == 2U) context.act(app::SetTheme{context.dark ? app::Theme::kLight : app::Theme::kDark});
    if (chosen == 3U) {
      context.act(app::SetLanguage{french ? messages::Language::kEnglish : messages::Language::kFrench});
    }
    if (chosen == 4U) context.act(app::SetMonospaced{!model.monospaced});
    if (chosen == 5U) context.act(app::ShowInvisibles{!model.invisibles_shown});
    if (chosen == 6U) context.act(app::CheckPortability{!model.portability_checked});
  }
  if (!open) {
    context.interaction.open_menu.clear();
    context.wake_in(0);
  }
}

void draw_format_strip(Context& context, const app::Model& model, const Rect& area) {
  context.painter.fill(area, context.theme.paper);
  context.painter.horizontal(area.x, area.bottom() - std::max(1.0F, std::floor(context.scale)), area.width,
                             context.theme.hairline);
  const bool narrow = area.width < context.px(480);
  Rect rest = area;
  rest.take_left(context.px(narrow ? kNarrowEdge - 4 : kEdge));
  const float size = context.px(kButtonHeight);

  const auto button = [&](std::string_view id, std::string_view label, Icon icon, std::string_view shortcut,
                          bool disabled = false) {
    const Button what{.id = id,
                      .name = context.label(label),
                      .icon = icon,
                      .words = false,
                      .disabled = disabled,
                      .shortcut = shortcut};
    const Rect slot = rest.take_left(size);
    rest.take_left(context.px(narrow ? 2 : kGap));
    return draw_button(context, what, {slot.x, std::round(slot.center_y() - size / 2), size, size});
  };
  const auto edit = [&](const std::optional<editor::Transaction>& transaction) {
    if (!transaction) return;
    app::Edit action{*transaction};
    action.transaction.time = std::chrono::milliseconds(std::llround(context.time * 1000));
    context.act(action);
  };
  const auto separator = [&] {
    rest.take_left(context.px(narrow ? 2 : 6));
    const float height = context.px(20);
    context.painter.vertical(rest.x, std::round(rest.center_y() - height / 2), height,
                             context.theme.hairline);
    rest.take_left(context.px(narrow ? 3 : 7));
  };

  const editor::EditorState& state = model.editor;
  if (button("format/undo", "ui/undo", Icon::kUndo, "Ctrl+Z", state.history.undoable() == nullptr)) {
    context.act(app::Undo{});
  }
  if (button("format/redo", "ui/redo", Icon::kRedo, "Ctrl+Y", state.history.redoable() == nullptr)) {
    context.act(app::Redo{});
  }
  separator();
  if (button("format/heading", "ui/heading", Icon::kHeading, "")) edit(editor::toggle_heading(state, 2));
  if (button("format/bold", "ui/bold", Icon::kBold, "Ctrl+B")) edit(editor::toggle_bold(state));
  if (button("format/italic", "ui/italic", Icon::kItalic, "Ctrl+I")) edit(editor::toggle_italic(state));
  separator();
  if (button("format/list", "ui/list", Icon::kList, ""))
    edit(editor::toggle_list(state, editor::ListKind::kBullet));
  if (button("format/ordered-list", "ui/ordered-list", Icon::kOrderedList, "")) {
    edit(editor::toggle_list(state, editor::ListKind::kOrdered));
  }
  if (button("format/quote", "ui/quote", Icon::kQuote, "")) edit(editor::toggle_quote(state));
  if (button("format/link", "ui/link", Icon::kLink, "Ctrl+K")) edit(editor::insert_link(state, "", ""));
}

}  // namespace depeche::ui
