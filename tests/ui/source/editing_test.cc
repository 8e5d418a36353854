// Commands, dialogs, find and the outline on the desk: what shows, and what using it does.
#include "doctest/doctest.h"
#include "tests/ui/bench.h"

namespace depeche::ui {
namespace {

void place_caret(Bench& bench, Offset offset) {
  bench.dispatch(app::GoTo{{offset, offset}});
  bench.settle();
}

// What the person makes of a text field's value.
void enter(Bench& bench, std::string_view id, std::string value) {
  bench.desk().enter(id, std::move(value));
  bench.frame();
  bench.settle();
}

std::string state_of(const Bench& bench, std::string_view id) {
  const SemanticNode* node = bench.find(id);
  return node == nullptr ? "missing" : words(node->state);
}

TEST_CASE("buttons are pressed while their format is at the caret") {
  Bench bench;
  bench.open("un **mot** et `code`\n\n- item\n");
  CHECK(state_of(bench, "format/bold") == "released");
  place_caret(bench, 6);
  CHECK(state_of(bench, "format/bold") == "pressed");
  bench.click(*bench.find("format/bold"));
  CHECK(text_of(bench) == "un mot et `code`\n\n- item\n");
  CHECK(state_of(bench, "format/bold") == "released");
  place_caret(bench, 12);
  CHECK(state_of(bench, "format/bold") == "disabled");
  place_caret(bench, 21);
  CHECK(state_of(bench, "format/list") == "pressed");
}

TEST_CASE("commands without room are in the menu at the end") {
  Bench bench(390, 844);
  bench.open("mot\n");
  CHECK(bench.find("format/strike") == nullptr);
  REQUIRE(bench.find("format/more") != nullptr);
  bench.click(*bench.find("format/more"));
  REQUIRE(bench.find("format/strike") != nullptr);
  bench.click(*bench.find("format/strike"));
  CHECK(text_of(bench) == "~~mot~~\n");
  CHECK(bench.find("format/strike") == nullptr);
}

TEST_CASE("a heading's level is chosen from a menu") {
  Bench bench;
  bench.open("Titre\n");
  bench.click(*bench.find("format/heading"));
  CHECK(state_of(bench, "format/heading") == "expanded");
  REQUIRE(bench.find("heading/3") != nullptr);
  bench.click(*bench.find("heading/3"));
  CHECK(text_of(bench) == "### Titre\n");
  bench.click(*bench.find("format/heading"));
  CHECK(state_of(bench, "heading/3") == "checked");
  bench.click(*bench.find("heading/0"));
  CHECK(text_of(bench) == "Titre\n");
}

TEST_CASE("the link dialog takes the keyboard, checks, writes and gives it back") {
  Bench bench;
  bench.open("Voir ici.\n");
  place_caret(bench, 6);
  Input input;
  input.key = {Key::kCharacter, 'k', {.control = true}};
  bench.frame(input);
  CHECK(bench.last().focus == "form/0");
  REQUIRE(bench.find("form/0") != nullptr);
  CHECK(bench.find("form/0")->value == "ici");
  CHECK_FALSE(bench.last().field.active);
  bench.click(*bench.find("form/accept"));
  CHECK(state_of(bench, "form/1") == "invalid");
  CHECK(bench.find("form/1/below")->role == Role::kAlert);
  enter(bench, "form/1", "/x");
  CHECK(bench.find("form/1")->value == "/x");
  bench.desk().activate("form/1");  // Enter
  bench.frame();
  CHECK(text_of(bench) == "Voir [ici](/x).\n");
  CHECK(bench.last().focus == "source");
}

TEST_CASE("find marks, counts and goes on") {
  Bench bench;
  bench.open("un mot, un Mot\n");
  bench.click(*bench.find("format/find"));
  bench.frame();
  REQUIRE(bench.find("find/query") != nullptr);
  enter(bench, "find/query", "mot");
  CHECK(bench.find("find/count")->name == "1 sur 2");
  bench.click(*bench.find("find/next"));
  CHECK(bench.find("find/count")->name == "2 sur 2");
  bench.click(*bench.find("find/case"));
  CHECK(state_of(bench, "find/case") == "pressed");
  bench.click(*bench.find("find/regex"));
  enter(bench, "find/query", "(");
  CHECK(bench.find("find/problem")->role == Role::kAlert);
  Input escape;
  escape.key = key(Key::kEscape);
  bench.frame(escape);
  CHECK(bench.last().focus == "source");
  bench.frame();
  CHECK(bench.find("find/query") == nullptr);
}

TEST_CASE("a frame with the find bar open settles") {
  Bench bench;
  std::string text;
  for (int i = 0; i < 40000; ++i) text += "Le ministère publie ses chiffres.\n";
  bench.open(text);
  bench.dispatch(app::OpenFind{});
  bench.dispatch(app::SetFind{"chiffres", "", {}});
  for (int i = 0; i < 40; ++i) bench.frame();
  CHECK(bench.find("find/count")->name == "1 sur 40000");
  CHECK(bench.last().next_frame_in == std::numeric_limits<double>::infinity());
}

TEST_CASE("while a match is looked for, the bar says so, and frames go on until it shows") {
  Bench bench;
  std::string text;
  for (int i = 0; i < 60000; ++i) text += "Le ministère publie ses chiffres.\n";
  bench.open(text + "cible\n");
  bench.dispatch(app::OpenFind{true});
  bench.dispatch(app::SetFind{"\\w+ble", "but", {.regex = true}});
  bench.frame();
  CHECK(bench.find("find/count")->name == "Recherche…");
  CHECK(bench.last().next_frame_in == 0);
  int frames = 0;
  for (; bench.model().find.request && frames < 200; ++frames) bench.frame();
  CHECK(frames > 1);
  bench.settle();
  CHECK(bench.find("find/count")->name == "1 sur 1");
  bench.dispatch(app::ReplaceAllMatches{});
  bench.settle();
  CHECK(text_of(bench) == text + "but\n");
  CHECK(bench.find("find/count")->name == "Aucun résultat");
  CHECK(bench.last().next_frame_in < 10);
}

TEST_CASE("the outline leads to a heading, as a pane or as a sheet") {
  for (const float width : {1280.0F, 390.0F}) {
    CAPTURE(width);
    Bench bench(width, 844);
    bench.open("# Un\n\nTexte\n\n## Été\n\nfin\n");
    bench.click(*bench.find("format/outline"));
    REQUIRE(bench.find("outline/1") != nullptr);
    CHECK(state_of(bench, "outline/0") == "selected");
    enter(bench, "outline/filter", "ete");
    CHECK(bench.find("outline/0") == nullptr);
    bench.click(*bench.find("outline/1"));
    CHECK(bench.model().editor.selection == Selection::caret(13));
    CHECK(bench.model().outline.open == (width > 1000));
  }
  Bench empty;
  empty.open("Texte\n");
  empty.click(*empty.find("format/outline"));
  CHECK(empty.find("outline/empty") != nullptr);
}

TEST_CASE("Tab indents in a list, and the platform knows where") {
  Bench bench;
  bench.open("- un\n- deux\n\ntexte\n");
  place_caret(bench, 8);
  CHECK(bench.last().field.takes_tab);
  press_keys(bench, {key(Key::kTab)});
  CHECK(text_of(bench) == "- un\n  - deux\n\ntexte\n");
  press_keys(bench, {key(Key::kTab, {.shift = true})});
  CHECK(text_of(bench) == "- un\n- deux\n\ntexte\n");
  place_caret(bench, 14);
  CHECK_FALSE(bench.last().field.takes_tab);
}

TEST_CASE("Tab goes from cell to cell of a table, and inserts nothing") {
  Bench bench;
  const std::string table = "| a | b |\n|---|---|\n| c | d |";
  bench.open("- un\n\n" + table + "\n\nfin\n");
  const std::string text = text_of(bench);
  place_caret(bench, static_cast<Offset>(text.find(" b |")) + 2);
  CHECK(bench.last().field.takes_tab);
  press_keys(bench, {key(Key::kTab), key(Key::kTab)});
  CHECK(bench.model().editor.selection == Selection::caret(static_cast<Offset>(text.find(" d |")) + 2));
  press_keys(bench, {key(Key::kTab, {.shift = true})});
  CHECK(bench.model().editor.selection == Selection::caret(static_cast<Offset>(text.find(" c |")) + 2));
  press_keys(bench, {key(Key::kTab), key(Key::kTab)});
  CHECK(bench.model().editor.selection.head > text.find(" d |") + 4);
  CHECK_FALSE(bench.last().field.takes_tab);
  CHECK(text_of(bench) == text);
}

}  // namespace
}  // namespace depeche::ui
