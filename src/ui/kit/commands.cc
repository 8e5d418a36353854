#include "ui/kit/commands.h"

#include <algorithm>
#include <cassert>

#include "editor/commands.h"
#include "ui/kit/key_chord.h"

namespace depeche::ui {
namespace {

using app::Action;
using app::FormKind;
using app::Model;
using app::Place;
using app::TextCommand;
using enum CommandPlace;
using enum KeyScope;
using Actions = std::optional<Action>;

// ---- What a command does

template <typename Kind>
Actions act(const Model&, bool) {
  return Kind{};
}
template <TextCommand command>
Actions run(const Model&, bool) {
  return app::Run{command};
}
template <FormKind kind>
Actions open_form(const Model&, bool) {
  return app::OpenForm{kind};
}
template <std::uint32_t level>
Actions set_heading(const Model&, bool) {
  return app::SetHeading{level};
}
template <bool replace>
Actions open_find(const Model&, bool) {
  return app::OpenFind{replace};
}
template <bool backward>
Actions find_next(const Model&, bool) {
  return app::FindNext{backward};
}
template <bool cut>
Actions copy_selection(const Model& model, bool) {
  if (model.editor.selection.empty()) return std::nullopt;
  return app::CopySelection{cut};
}
template <bool plain>
Actions paste(const Model&, bool) {
  return app::Paste{plain};
}

Actions toggle_find(const Model& model, bool) {
  if (model.find.open) return app::CloseFind{};
  return app::OpenFind{};
}
Actions select_all(const Model& model, bool) {
  if (const auto all = editor::select_all(model.editor)) return app::Edit{*all};
  return std::nullopt;
}
Actions toggle_theme(const Model&, bool dark) {
  return app::SetTheme{dark ? app::Theme::kLight : app::Theme::kDark};
}
Actions toggle_language(const Model& model, bool) {
  const bool is_french = model.preferences.language == messages::Language::kFrench;
  return app::SetLanguage{is_french ? messages::Language::kEnglish : messages::Language::kFrench};
}
Actions toggle_monospaced(const Model& model, bool) {
  return app::SetMonospaced{!model.preferences.monospaced};
}
Actions toggle_invisibles(const Model& model, bool) {
  return app::ShowInvisibles{!model.preferences.invisibles_shown};
}
Actions toggle_portability(const Model& model, bool) {
  return app::CheckPortability{!model.portability_checked};
}

// A page that the host names.
template <std::string app::Host::*page>
Actions open_page(const Model& model, bool) {
  if ((model.host.*page).empty()) return std::nullopt;
  return app::OpenUrl{model.host.*page};
}
// The mention that the law wants is a row for each of what it may say. Where no page explains it, it stands in the
// dialog about the editor.
template <app::Conformity conformity>
Actions open_accessibility(const Model& model, bool) {
  const app::Host& host = model.host;
  if (host.conformity != conformity) return std::nullopt;
  if (!host.accessibility.empty()) return app::OpenUrl{host.accessibility};
  if (conformity == app::Conformity::kUnsaid) return std::nullopt;
  return app::OpenAbout{};
}

// ---- Whether it is on, and whether it can be used

template <bool Place::*member>
bool is(const Model&, const Place& place) {
  return place.*member;
}
template <markdown::NodeId Place::*node>
bool is_in(const Model&, const Place& place) {
  return place.*node != markdown::kNoNode;
}
template <int level>
bool is_heading(const Model&, const Place& place) {
  return place.heading == level;
}
bool is_any_heading(const Model&, const Place& place) {
  return place.heading > 0;
}
bool is_plain_quote(const Model&, const Place& place) {
  return place.quote && !place.citation && !place.important_link;
}
bool is_markdown(const Model&, const Place& place) {
  return place.kind == editor::TextKind::kMarkdown;
}
bool is_body(const Model&, const Place& place) {
  return place.kind != editor::TextKind::kYaml;
}
bool can_undo(const Model& model, const Place&) {
  return model.editor.history.undoable() != nullptr;
}
bool can_redo(const Model& model, const Place&) {
  return model.editor.history.redoable() != nullptr;
}
bool shows_find(const Model& model, const Place&) {
  return model.find.open;
}
bool shows_outline(const Model& model, const Place&) {
  return model.outline.open;
}
bool is_monospaced(const Model& model, const Place&) {
  return model.preferences.monospaced;
}
bool shows_invisibles(const Model& model, const Place&) {
  return model.preferences.invisibles_shown;
}
bool checks_portability(const Model& model, const Place&) {
  return model.portability_checked;
}

bool always(const Place&) {
  return true;
}
bool in_table(const Place& place) {
  return place.table != markdown::kNoNode;
}

// clang-format off
constexpr Command kCommands[] = {
    // The strip; the first that have room are buttons.
    {.id = "format/undo", .place = kStrip, .label = "ui/undo", .icon = Icon::kUndo,
     .shortcut = "Ctrl+Z", .keys = kText, .action = act<app::Undo>, .is_enabled = can_undo},
    {.id = "format/redo", .place = kStrip, .label = "ui/redo", .icon = Icon::kRedo,
     .shortcut = "Ctrl+Y", .keys = kText, .action = act<app::Redo>, .is_enabled = can_redo},
    {.id = "format/heading", .place = kStrip, .label = "ui/heading", .icon = Icon::kHeading,
     .is_on = is_any_heading, .is_enabled = is_markdown, .opens_menu = always, .begins_group = true},
    {.id = "format/bold", .place = kStrip, .label = "ui/bold", .icon = Icon::kBold,
     .shortcut = "Ctrl+B", .keys = kText, .action = run<TextCommand::kBold>,
     .is_on = is<&Place::bold>, .is_enabled = is_markdown},
    {.id = "format/italic", .place = kStrip, .label = "ui/italic", .icon = Icon::kItalic,
     .shortcut = "Ctrl+I", .keys = kText, .action = run<TextCommand::kItalic>,
     .is_on = is<&Place::italic>, .is_enabled = is_markdown},
    {.id = "format/link", .place = kStrip, .label = "ui/link", .icon = Icon::kLink,
     .shortcut = "Ctrl+K", .keys = kText, .action = open_form<FormKind::kLink>,
     .is_on = is_in<&Place::link>, .is_enabled = is_markdown, .popup = Popup::kDialog},
    {.id = "format/list", .place = kStrip, .label = "ui/list", .icon = Icon::kList,
     .shortcut = "Ctrl+Shift+8", .keys = kText, .action = run<TextCommand::kBulletList>,
     .is_on = is<&Place::bullet_list>, .is_enabled = is_markdown, .begins_group = true},
    {.id = "format/ordered-list", .place = kStrip, .label = "ui/ordered-list", .icon = Icon::kOrderedList,
     .shortcut = "Ctrl+Shift+7", .keys = kText, .action = run<TextCommand::kOrderedList>,
     .is_on = is<&Place::ordered_list>, .is_enabled = is_markdown},
    {.id = "format/citation", .place = kStrip, .label = "ui/citation", .icon = Icon::kCitation,
     .action = run<TextCommand::kCitation>, .is_on = is<&Place::citation>, .is_enabled = is_markdown},
    {.id = "format/image", .place = kStrip, .label = "ui/image", .icon = Icon::kImage,
     .action = open_form<FormKind::kImage>, .is_on = is_in<&Place::image>, .is_enabled = is_markdown,
     .begins_group = true, .popup = Popup::kDialog},
    {.id = "format/attachment", .place = kStrip, .label = "ui/attachment", .icon = Icon::kAttachment,
     .action = open_form<FormKind::kAttachment>, .popup = Popup::kDialog},
    {.id = "format/table", .place = kStrip, .label = "ui/table", .icon = Icon::kTable,
     .action = open_form<FormKind::kTable>, .is_on = is_in<&Place::table>, .is_enabled = is_markdown,
     .opens_menu = in_table, .popup = Popup::kDialog},
    {.id = "format/important-link", .place = kStrip, .label = "ui/important-link", .icon = Icon::kImportantLink,
     .action = open_form<FormKind::kImportantLink>, .is_on = is<&Place::important_link>,
     .is_enabled = is_markdown, .popup = Popup::kDialog},
    {.id = "format/quote", .place = kStrip, .label = "ui/quote", .icon = Icon::kQuote,
     .shortcut = "Ctrl+Shift+9", .keys = kText, .action = run<TextCommand::kQuote>,
     .is_on = is_plain_quote, .is_enabled = is_markdown, .begins_group = true},
    {.id = "format/strike", .place = kStrip, .label = "ui/strike", .icon = Icon::kStrike,
     .shortcut = "Ctrl+Shift+X", .keys = kText, .action = run<TextCommand::kStrike>,
     .is_on = is<&Place::struck>, .is_enabled = is_markdown},
    {.id = "format/code", .place = kStrip, .label = "ui/code", .icon = Icon::kCode,
     .action = run<TextCommand::kCode>, .is_on = is<&Place::code>, .is_enabled = is_body},
    {.id = "format/rule", .place = kStrip, .label = "ui/rule", .icon = Icon::kRule,
     .action = run<TextCommand::kRule>, .is_enabled = is_markdown},

    // The button closes what it opened; the keys only open, since the bar's field may have lost the keyboard.
    {.id = "keys/find", .shortcut = "Ctrl+F", .keys = kAnyone, .action = open_find<false>},
    {.id = "format/find", .place = kStripEnd, .label = "ui/find", .icon = Icon::kFind, .shortcut = "Ctrl+F",
     .action = toggle_find, .is_on = shows_find},
    {.id = "format/outline", .place = kStripEnd, .label = "ui/outline", .icon = Icon::kOutline,
     .shortcut = "Ctrl+Shift+F", .keys = kAnyone, .action = act<app::ToggleOutline>, .is_on = shows_outline},

    {.id = "heading/0", .place = kHeadingMenu, .label = "ui/paragraph", .icon = Icon::kParagraph,
     .shortcut = "Ctrl+Alt+0", .keys = kText, .action = set_heading<0>, .is_on = is_heading<0>},
    {.id = "heading/1", .place = kHeadingMenu, .label = "ui/heading-level", .argument = "1",
     .icon = Icon::kHeading1, .shortcut = "Ctrl+Alt+1", .keys = kText, .action = set_heading<1>,
     .is_on = is_heading<1>},
    {.id = "heading/2", .place = kHeadingMenu, .label = "ui/heading-level", .argument = "2",
     .icon = Icon::kHeading2, .shortcut = "Ctrl+Alt+2", .keys = kText, .action = set_heading<2>,
     .is_on = is_heading<2>},
    {.id = "heading/3", .place = kHeadingMenu, .label = "ui/heading-level", .argument = "3",
     .icon = Icon::kHeading3, .shortcut = "Ctrl+Alt+3", .keys = kText, .action = set_heading<3>,
     .is_on = is_heading<3>},
    {.id = "heading/4", .place = kHeadingMenu, .label = "ui/heading-level", .argument = "4",
     .icon = Icon::kHeading4, .shortcut = "Ctrl+Alt+4", .keys = kText, .action = set_heading<4>,
     .is_on = is_heading<4>},
    {.id = "heading/5", .place = kHeadingMenu, .label = "ui/heading-level", .argument = "5",
     .icon = Icon::kHeading5, .shortcut = "Ctrl+Alt+5", .keys = kText, .action = set_heading<5>,
     .is_on = is_heading<5>},
    {.id = "heading/6", .place = kHeadingMenu, .label = "ui/heading-level", .argument = "6",
     .icon = Icon::kHeading6, .shortcut = "Ctrl+Alt+6", .keys = kText, .action = set_heading<6>,
     .is_on = is_heading<6>},

    {.id = "table/add-row", .place = kTableMenu, .label = "ui/add-row", .icon = Icon::kAddRow,
     .action = run<TextCommand::kRowBelow>},
    {.id = "table/add-column", .place = kTableMenu, .label = "ui/add-column", .icon = Icon::kAddColumn,
     .action = run<TextCommand::kColumnAfter>},
    {.id = "table/remove-row", .place = kTableMenu, .label = "ui/remove-row", .icon = Icon::kRemoveRow,
     .action = run<TextCommand::kRemoveRow>},
    {.id = "table/remove-column", .place = kTableMenu, .label = "ui/remove-column", .icon = Icon::kRemoveColumn,
     .action = run<TextCommand::kRemoveColumn>},

    {.id = "toolbar/open", .place = kToolbar, .label = "ui/open", .icon = Icon::kOpen, .shortcut = "Ctrl+O",
     .keys = kAnyone, .action = act<app::ChooseFile>},
    {.id = "toolbar/save", .place = kToolbar, .label = "ui/save", .icon = Icon::kSave, .shortcut = "Ctrl+S",
     .keys = kAnyone, .action = act<app::SaveMarkdown>},
    {.id = "toolbar/export", .place = kToolbar, .label = "ui/export", .icon = Icon::kExport,
     .opens_menu = always},
    {.id = "toolbar/share", .place = kToolbar, .label = "ui/share", .icon = Icon::kShare,
     .action = act<app::Share>, .popup = Popup::kDialog},
    {.id = "toolbar/more", .place = kToolbar, .label = "ui/more", .icon = Icon::kMore, .opens_menu = always},

    {.id = "menu/markdown", .place = kExportMenu, .label = "ui/download-markdown", .icon = Icon::kMarkdown,
     .action = act<app::SaveMarkdown>},
    {.id = "menu/page", .place = kExportMenu, .label = "ui/download-page", .icon = Icon::kWebPage,
     .action = act<app::ExportPage>},
    {.id = "menu/json", .place = kExportMenu, .label = "ui/download-json", .icon = Icon::kData,
     .action = act<app::ExportJson>},
    {.id = "menu/print", .place = kExportMenu, .label = "ui/print", .icon = Icon::kPrint, .shortcut = "Ctrl+P",
     .keys = kAnyone, .action = act<app::Print>, .begins_group = true},

    {.id = "menu/new", .place = kMoreMenu, .label = "ui/new", .icon = Icon::kNew,
     .action = act<app::NewDocument>},
    {.id = "menu/open-link", .place = kMoreMenu, .label = "ui/open-link", .icon = Icon::kLink,
     .action = open_form<FormKind::kSharedDraft>, .popup = Popup::kDialog},
    {.id = "menu/drafts", .place = kMoreMenu, .label = "ui/drafts", .icon = Icon::kDrafts,
     .action = act<app::ShowDrafts>, .popup = Popup::kDialog},
    {.id = "menu/sample", .place = kMoreMenu, .label = "ui/sample", .icon = Icon::kDocument,
     .action = act<app::OpenSample>},
    {.id = "menu/theme", .place = kMoreMenu, .label = "ui/theme", .icon = Icon::kDarkTheme,
     .action = toggle_theme},
    {.id = "menu/language", .place = kMoreMenu, .label = "ui/other-language", .icon = Icon::kLanguage,
     .action = toggle_language},
    {.id = "menu/monospaced", .place = kMoreMenu, .label = "ui/monospaced", .icon = Icon::kMonospace,
     .action = toggle_monospaced, .is_on = is_monospaced},
    {.id = "menu/invisibles", .place = kMoreMenu, .label = "ui/invisibles", .icon = Icon::kInvisibles,
     .action = toggle_invisibles, .is_on = shows_invisibles},
    {.id = "menu/portability", .place = kMoreMenu, .label = "ui/portability", .icon = Icon::kMarkdown,
     .action = toggle_portability, .is_on = checks_portability},
    {.id = "menu/about", .place = kMoreMenu, .label = "ui/about", .icon = Icon::kAbout,
     .action = act<app::OpenAbout>, .begins_group = true},
    {.id = "menu/accessibility", .place = kMoreMenu, .label = "host/accessibility",
     .icon = Icon::kAccessibility, .action = open_accessibility<app::Conformity::kUnsaid>},
    {.id = "menu/accessibility-none", .place = kMoreMenu, .label = "host/accessibility-none",
     .icon = Icon::kAccessibility, .action = open_accessibility<app::Conformity::kNone>},
    {.id = "menu/accessibility-partial", .place = kMoreMenu, .label = "host/accessibility-partial",
     .icon = Icon::kAccessibility, .action = open_accessibility<app::Conformity::kPartial>},
    {.id = "menu/accessibility-full", .place = kMoreMenu, .label = "host/accessibility-full",
     .icon = Icon::kAccessibility, .action = open_accessibility<app::Conformity::kFull>},
    {.id = "menu/legal", .place = kMoreMenu, .label = "host/legal", .icon = Icon::kLegal,
     .action = open_page<&app::Host::legal>},
    {.id = "menu/privacy", .place = kMoreMenu, .label = "host/privacy", .icon = Icon::kPrivacy,
     .action = open_page<&app::Host::privacy>},
    {.id = "menu/contact", .place = kMoreMenu, .label = "host/contact", .icon = Icon::kContact,
     .action = open_page<&app::Host::contact>},
    {.id = "menu/forget", .place = kMoreMenu, .label = "ui/forget", .icon = Icon::kForget,
     .action = act<app::AskToForget>, .begins_group = true},

    {.id = "menu/cut", .place = kTextMenu, .label = "ui/cut", .icon = Icon::kCut, .shortcut = "Ctrl+X",
     .action = copy_selection<true>},
    {.id = "menu/copy", .place = kTextMenu, .label = "ui/copy", .icon = Icon::kCopy, .shortcut = "Ctrl+C",
     .action = copy_selection<false>},
    {.id = "menu/paste", .place = kTextMenu, .label = "ui/paste", .icon = Icon::kPaste, .shortcut = "Ctrl+V",
     .action = paste<false>},
    {.id = "menu/paste-plain", .place = kTextMenu, .label = "ui/paste-plain", .icon = Icon::kPastePlain,
     .action = paste<true>},
    {.id = "menu/select-all", .place = kTextMenu, .label = "ui/select-all", .icon = Icon::kSelectAll,
     .shortcut = "Ctrl+A", .keys = kText, .action = select_all},

    // What has keys alone.
    {.id = "keys/redo", .shortcut = "Ctrl+Shift+Z", .keys = kText, .action = act<app::Redo>},
    {.id = "keys/replace", .shortcut = "Ctrl+H", .keys = kAnyone, .action = open_find<true>},
    {.id = "keys/find-next", .shortcut = "Ctrl+G", .keys = kAnyone, .action = find_next<false>},
    {.id = "keys/find-previous", .shortcut = "Ctrl+Shift+G", .keys = kAnyone, .action = find_next<true>},
    {.id = "keys/expand-selection", .shortcut = "Alt+Shift+Right", .keys = kText,
     .action = run<TextCommand::kExpandSelection>},
};
// clang-format on

// No two commands have one id, nor do two take the same keys. That keys lead somewhere is a test's: under its
// sanitizers GCC compares no function with null in a constant.
constexpr bool is_sound() {
  for (const Command& row : kCommands) {
    const bool has_keys = row.keys != kBrowser;
    if (has_keys && row.shortcut.empty()) return false;
    for (const Command& other : kCommands) {
      if (&other == &row) continue;
      if (other.id == row.id) return false;
      if (has_keys && other.keys != kBrowser && other.shortcut == row.shortcut) return false;
    }
  }
  return true;
}
static_assert(is_sound());

}  // namespace

std::span<const Command> commands() {
  return kCommands;
}

std::vector<const Command*> commands_of(CommandPlace place) {
  std::vector<const Command*> found;
  for (const Command& command : kCommands) {
    if (command.place == place) found.push_back(&command);
  }
  return found;
}

const Command& command(std::string_view id) {
  const auto* const found = std::ranges::find(kCommands, id, &Command::id);
  assert(found != std::end(kCommands));
  return *found;
}

const Command* command_of(const KeyPress& press) {
  for (const Command& command : commands()) {
    if (command.keys != KeyScope::kBrowser && is_chord(command.shortcut, press)) return &command;
  }
  return nullptr;
}

KeyScope scope_of(const KeyPress& press) {
  const Command* command = command_of(press);
  return command == nullptr ? KeyScope::kBrowser : command->keys;
}

bool is_on(const Command& command, const Model& model, const Place& place) {
  return command.is_on != nullptr && command.is_on(model, place);
}

bool is_enabled(const Command& command, const Model& model, const Place& place) {
  return command.is_enabled == nullptr || command.is_enabled(model, place);
}

}  // namespace depeche::ui
