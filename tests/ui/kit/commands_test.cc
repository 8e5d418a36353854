// The table of commands: what strip, menus and keys are fed from.
#include "ui/kit/commands.h"

#include <set>
#include <string>

#include "app/update.h"
#include "doctest/doctest.h"
#include "messages/catalog.h"

namespace depeche::ui {
namespace {

KeyPress press(char32_t character, Modifiers modifiers) {
  return {Key::kCharacter, character, modifiers};
}

constexpr Modifiers kControl{.control = true};
constexpr Modifiers kControlShift{.control = true, .shift = true};
constexpr Modifiers kControlAlt{.control = true, .alt = true};

TEST_CASE("each command has a name of its own, words in both languages, and a use") {
  const auto french = messages::Catalog::of(messages::Language::kFrench).keys();
  const std::set<std::string_view> keys(french.begin(), french.end());
  std::set<std::string_view> ids;
  for (const Command& row : commands()) {
    CAPTURE(row.id);
    CHECK(ids.insert(row.id).second);
    CHECK(&command(row.id) == &row);
    const bool shows = row.place != CommandPlace::kNowhere;
    CHECK(row.label.empty() != shows);
    if (shows) CHECK(keys.count(row.label) == 1);
    CHECK((shows || row.keys != KeyScope::kBrowser));
    CHECK((row.action != nullptr || row.opens_menu != nullptr));
    if (row.keys != KeyScope::kBrowser) CHECK(row.action != nullptr);
  }
}

TEST_CASE("keys lead to their command") {
  struct Row {
    KeyPress press;
    std::string_view id;
    KeyScope scope;
  };
  const Row rows[] = {
      {press(U'z', kControl), "format/undo", KeyScope::kText},
      {press(U'y', kControl), "format/redo", KeyScope::kText},
      {press(U'z', kControlShift), "keys/redo", KeyScope::kText},
      {press(U's', kControl), "toolbar/save", KeyScope::kAnyone},
      {press(U'o', kControl), "toolbar/open", KeyScope::kAnyone},
      {press(U'p', kControl), "menu/print", KeyScope::kAnyone},
      {press(U'a', kControl), "menu/select-all", KeyScope::kText},
      {press(U'b', kControl), "format/bold", KeyScope::kText},
      {press(U'i', kControl), "format/italic", KeyScope::kText},
      {press(U'k', kControl), "format/link", KeyScope::kText},
      {press(U'x', kControlShift), "format/strike", KeyScope::kText},
      {press(U'f', kControl), "keys/find", KeyScope::kAnyone},
      {press(U'h', kControl), "keys/replace", KeyScope::kAnyone},
      {press(U'g', kControl), "keys/find-next", KeyScope::kAnyone},
      {press(U'g', kControlShift), "keys/find-previous", KeyScope::kAnyone},
      {press(U'f', kControlShift), "format/outline", KeyScope::kAnyone},
      // AZERTY writes the digit with Shift, others the sign above it.
      {press(U'7', kControlShift), "format/ordered-list", KeyScope::kText},
      {press(U'&', kControlShift), "format/ordered-list", KeyScope::kText},
      {press(U'8', kControlShift), "format/list", KeyScope::kText},
      {press(U'*', kControlShift), "format/list", KeyScope::kText},
      {press(U'9', kControlShift), "format/quote", KeyScope::kText},
      {press(U'(', kControlShift), "format/quote", KeyScope::kText},
      {press(U'0', kControlAlt), "heading/0", KeyScope::kText},
      {press(U'6', kControlAlt), "heading/6", KeyScope::kText},
      {{Key::kRight, 0, {.shift = true, .alt = true}}, "keys/expand-selection", KeyScope::kText},
  };
  for (const auto& [pressed, id, scope] : rows) {
    CAPTURE(id);
    const Command* found = command_of(pressed);
    REQUIRE(found != nullptr);
    CHECK(found->id == id);
    CHECK(scope_of(pressed) == scope);
  }
}

TEST_CASE("no other key is taken from the browser") {
  const KeyPress left[] = {
      press(U'x', kControl),       press(U'c', kControl),      press(U'v', kControl),
      press(U't', kControl),       press(U'r', kControl),      press(U'b', {}),
      press(U'b', kControlShift),  press(U'b', kControlAlt),   press(U'7', kControlAlt),
      press(U'6', kControlShift),  press(U'&', kControl),      press(U'8', kControl),
      press(U's', {.alt = true}),  {Key::kRight, 0, kControl}, {Key::kRight, 0, {.shift = true}},
      {Key::kLeft, 0, kControlAlt}};
  for (const KeyPress& pressed : left) {
    CAPTURE(static_cast<std::uint32_t>(pressed.character));
    CHECK(command_of(pressed) == nullptr);
    CHECK(scope_of(pressed) == KeyScope::kBrowser);
  }
}

TEST_CASE("two commands with the same keys are the button and its keys, which come first") {
  for (const Command& row : commands()) {
    if (row.shortcut.empty()) continue;
    std::vector<std::string_view> takers;
    for (const Command& other : commands()) {
      if (other.shortcut == row.shortcut && other.keys != KeyScope::kBrowser) takers.push_back(other.id);
    }
    CAPTURE(row.id);
    CHECK(takers.size() <= 1);
  }
}

TEST_CASE("what a command does goes by the model") {
  app::Model model = app::initial_model();
  model.editor = editor::open(Text("Un mot."));
  CHECK_FALSE(command("menu/copy").action(model, false));
  CHECK(command("menu/select-all").action(model, false));
  model.editor.selection = {0, 7};
  CHECK(command("menu/copy").action(model, false));
  CHECK_FALSE(command("menu/select-all").action(model, false));
  const auto theme = command("menu/theme").action(model, true);
  REQUIRE(theme);
  CHECK(app::as<app::SetTheme>(*theme)->theme == app::Theme::kLight);
  CHECK_FALSE(is_enabled(command("format/undo"), model, {}));
  CHECK(is_on(command("format/bold"), model, {.bold = true}));
}

}  // namespace
}  // namespace depeche::ui
