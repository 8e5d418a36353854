// The desk on a screen that nobody sees: what it says it shows, and what it asks for when used.
#include "ui/desk/desk.h"

#include <algorithm>
#include <fstream>
#include <random>
#include <sstream>
#include <string>

#include "doctest/doctest.h"
#include "tests/ui/bench.h"

namespace depeche::ui {
namespace {

TEST_CASE("the desk says what it shows, wide and narrow") {
  for (const float width : {1280.0F, 390.0F}) {
    CAPTURE(width);
    Bench bench(width, width > 1000 ? 800.0F : 844.0F);
    bench.settle();
    CHECK(bench.find("toolbar/save") != nullptr);
    CHECK(bench.find("textbox", "") != nullptr);
    CHECK(bench.find("problems/toggle") != nullptr);
    if (width < 720) {
      REQUIRE(bench.find("tabs/page") != nullptr);
      bench.click(*bench.find("tabs/page"));
    }
    CHECK(bench.find("heading", "Le car express") != nullptr);
    CHECK(bench.find("paragraph", "Publié le") != nullptr);
    CHECK(bench.find("img", "") != nullptr);
    for (const SemanticNode& node : bench.desk().semantics().nodes()) {
      CAPTURE(node.id);
      CHECK(node.bounds.x >= 0);
      CHECK(node.bounds.x + node.bounds.width <= width + 0.5F);
    }
  }
}

TEST_CASE("every button is at least 24 CSS pixels high and wide") {
  for (const float scale : {1.0F, 1.25F, 2.0F}) {
    Bench bench(1280, 800, scale);
    bench.settle();
    for (const SemanticNode& node : bench.desk().semantics().nodes()) {
      if (node.role != Role::kButton && node.role != Role::kTab) continue;
      CAPTURE(node.id);
      CHECK(node.bounds.width >= 24);
      CHECK(node.bounds.height >= 24);
      CHECK(!node.name.empty());
    }
  }
}

TEST_CASE("buttons of the bar ask for their action") {
  Bench bench;
  bench.settle();
  bench.click(*bench.find("toolbar/save"));
  CHECK(bench.action<app::SaveMarkdown>() != nullptr);
  bench.click(*bench.find("toolbar/open"));
  CHECK(bench.action<app::ChooseFile>() != nullptr);
  bench.click(*bench.find("toolbar/share"));
  CHECK(bench.action<app::Share>() != nullptr);
}

TEST_CASE("the share dialog shows, copies and closes") {
  Bench bench;
  bench.settle();
  bench.click(*bench.find("toolbar/share"));
  REQUIRE(bench.find("dialog", "") != nullptr);
  CHECK_FALSE(bench.last().field.active);
  bench.click(*bench.find("share/copy"));
  CHECK(bench.action<app::CopyShareLink>() != nullptr);
  if (bench.model().dialog) bench.click(*bench.find("share/close"));
  CHECK_FALSE(bench.model().dialog.has_value());
}

TEST_CASE("a menu opens, acts and closes; what is below does not feel the click") {
  Bench bench;
  bench.settle();
  bench.click(*bench.find("toolbar/export"));
  REQUIRE(bench.find("menu/json") != nullptr);
  const Selection before = bench.model().editor.selection;
  bench.click(*bench.find("menu/json"));
  CHECK(bench.action<app::ExportJson>() != nullptr);
  CHECK(bench.find("menu/json") == nullptr);
  CHECK(bench.model().editor.selection == before);

  bench.click(*bench.find("toolbar/export"));
  bench.click(*bench.find("menu/print"));
  CHECK(bench.action<app::Print>() != nullptr);

  bench.click(*bench.find("toolbar/export"));
  bench.click(200, 400);
  CHECK(bench.find("menu/json") == nullptr);
  CHECK(bench.model().editor.selection == before);
}

TEST_CASE("an open menu has the keyboard, and no key reaches the text behind it") {
  for (const char* button : {"toolbar/export", "toolbar/more", "format/heading"}) {
    CAPTURE(button);
    Bench bench;
    bench.open("Un deux.\n\nTrois.\n");
    const auto open = [&] {
      const CssRect place = bench.find(button)->bounds;
      bench.move(place.x + place.width / 2, place.y + place.height / 2);
      bench.frame();
      bench.press(true);
      bench.frame();
      bench.press(false);
      bench.frame();
      std::string focus = bench.last().focus;
      for (int i = 0; i < 4; ++i) {
        bench.frame();
        if (!bench.last().focus.empty()) focus = bench.last().focus;
      }
      REQUIRE(bench.find("menu", "") != nullptr);
      return focus;
    };
    const SemanticNode* entry = nullptr;
    std::string focus = open();
    entry = bench.find(focus);
    REQUIRE(entry != nullptr);
    CHECK(name(entry->role).starts_with("menuitem"));

    const Selection caret = bench.model().editor.selection;
    for (const Key pressed : {Key::kDown, Key::kEnter, Key::kDelete, Key::kHome, Key::kTab}) {
      if (bench.find("menu", "") == nullptr) open();
      press_keys(bench, {key(pressed)});
      CHECK(bench.find("menu", "") == nullptr);
    }
    open();
    bench.type({{0, 0}, "x", Selection::caret(1)});
    bench.settle();
    CHECK(bench.find("menu", "") == nullptr);
    CHECK(text_of(bench) == "Un deux.\n\nTrois.\n");
    CHECK(bench.model().editor.selection == caret);

    open();
    bench.desk().reach(focus);
    Input input;
    input.key = key(Key::kEscape);
    bench.frame(input);
    CHECK(bench.last().focus == "source");
    bench.type({{0, 0}, "x", Selection::caret(1)});
    CHECK(text_of(bench) == "xUn deux.\n\nTrois.\n");
  }
}

TEST_CASE("who presses beside an open menu goes on writing") {
  Bench bench;
  bench.settle();
  bench.click(*bench.find("toolbar/export"));
  bench.desk().reach("menu/markdown");
  bench.frame();
  bench.move(200, 400);
  bench.press(true);
  bench.frame();
  CHECK(bench.last().focus == "source");
}

TEST_CASE("in a low window the text stays in sight while something is replaced") {
  Bench bench(320, 256);
  bench.open("---\ntitle: Un\n---\n\nUn deux trois.\n");
  bench.dispatch(app::OpenFind{true});
  bench.settle();
  for (const char* id : {"find/query", "find/next", "find/replacement", "find/replace-one", "find/close"}) {
    CAPTURE(id);
    REQUIRE(bench.find(id) != nullptr);
    CHECK(bench.find(id)->bounds.height >= 24);
  }
  REQUIRE(bench.find("source") != nullptr);
  CHECK(bench.find("source")->bounds.height >= 4 * 24);
  bench.dispatch(app::CloseFind{});
  bench.settle();
  CHECK(bench.find("format/bold") != nullptr);
}

TEST_CASE("the parallel DOM activates a widget as a click would") {
  Bench bench;
  bench.settle();
  bench.desk().activate("toolbar/save");
  bench.frame();
  CHECK(bench.action<app::SaveMarkdown>() != nullptr);
}

TEST_CASE("the wheel reaches the end of the page in about as many steps as it is high") {
  std::string text = "---\ntitle: Un titre\n---\n\n";
  for (int i = 0; i < 60; ++i) text += "Paragraphe " + std::to_string(i) + ".\n\n";
  Bench bench;
  bench.open(text + "## Fin\n");
  const CssRect page = bench.find("page")->bounds;
  bench.move(page.x + 100, page.y + 100);
  bench.frame();
  for (int i = 0; i < 3; ++i) {
    bench.scroll(-10);
    bench.frame();
  }
  bench.settle();
  CHECK(bench.find("heading", "Fin")->bounds.height > 0);
}

TEST_CASE("links between a note and its place have ids of their own") {
  Bench bench;
  bench.open("Un motif[^n].\n\n[^n]: La note.\n");  // each behind eight letters
  std::vector<std::string> ids;
  for (const SemanticNode& node : bench.desk().semantics().nodes()) {
    if (node.role == Role::kLink) ids.push_back(node.id);
  }
  REQUIRE(ids.size() == 2);
  CHECK(ids[0] != ids[1]);
}

TEST_CASE("of a long document a key changes few nodes") {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "Paragraphe " + std::to_string(i) + ".\n\n";
  Bench bench;
  bench.open(text);
  const auto at = static_cast<Offset>(text.find(" 100."));
  bench.dispatch(app::GoTo{{at, at}});
  bench.settle();
  bench.type({{at, at}, "s", Selection::caret(at + 1), false});
  for (int i = 0; i < 10; ++i) bench.settle();  // the page has come to rest
  const auto nodes = [&] {
    const auto shown = bench.desk().semantics().nodes();
    std::vector<SemanticNode> nodes(shown.begin(), shown.end());
    for (SemanticNode& node : nodes) node.source.reset();  // the platform tells the part of the page instead
    return nodes;
  };
  const std::vector<SemanticNode> before = nodes();
  bench.type({{at + 1, at + 1}, "é", Selection::caret(at + 3), false});
  bench.settle();
  std::vector<std::string> changed;
  const std::vector<SemanticNode> after = nodes();
  for (const SemanticChange& change : semantic_changes(before, after)) {
    if (change.kept) continue;
    for (const SemanticNode& node : std::span(after).subspan(change.from, change.count))
      changed.push_back(node.name);
  }
  CHECK(before.size() > 40);
  REQUIRE(changed.size() == 1);
  CHECK(changed.front() == "Paragraphesé 100.");
}

TEST_CASE("typing changes the text and the page in the frame that follows") {
  Bench bench;
  bench.open("---\ntitle: Un titre\n---\n\nBonjour.\n");
  REQUIRE(bench.find("paragraph", "Bonjour.") != nullptr);
  bench.type({{33, 33}, " Encore", Selection::caret(40), false});
  CHECK(text_of(bench) == "---\ntitle: Un titre\n---\n\nBonjour. Encore\n");
  CHECK(bench.find("paragraph", "Bonjour. Encore") != nullptr);
  CHECK(bench.model().editor.selection.head == 40);
}

TEST_CASE("keys move by what is seen, and keep their column") {
  Bench bench;
  bench.open("premier\nx\ntroisième ligne\n");
  press_keys(bench, {key(Key::kEnd)});
  CHECK(bench.model().editor.selection.head == 7);
  press_keys(bench, {key(Key::kDown)});
  CHECK(bench.model().editor.selection.head == 9);
  press_keys(bench, {key(Key::kDown)});
  CHECK(bench.model().editor.selection.head == 18);  // the column of "premier", « è » is two bytes
  press_keys(bench, {key(Key::kUp), key(Key::kUp), key(Key::kUp)});
  CHECK(bench.model().editor.selection.head == 0);
  press_keys(bench, {key(Key::kDown, {.shift = true})});
  CHECK(bench.model().editor.selection == Selection{0, 9});
  press_keys(bench, {key(Key::kEnd, {.control = true})});
  CHECK(bench.model().editor.selection.head == bench.model().editor.text.size());
  press_keys(bench, {key(Key::kBackspace), key(Key::kEnter)});
  CHECK(text_of(bench) == "premier\nx\ntroisième ligne\n");
}

void drag(Bench& bench, float from_x, float from_y, float to_x, float to_y) {
  for (int i = 0; i < 40; ++i) bench.frame();  // no double click
  bench.move(from_x, from_y);
  bench.frame();
  bench.press(true);
  bench.frame();
  bench.move(to_x, to_y);
  bench.frame();
  bench.frame();
  bench.press(false);
  bench.settle();
}

TEST_CASE("the pointer places the caret, selects words and drags") {
  Bench bench;
  bench.open("un deux trois\nquatre\n");
  const CssRect source = bench.find("source")->bounds;
  // Box glyphs are half an em: 15 px text has 7.5 px characters. Text begins 32 px in, 24 px down.
  const float x = source.x + 32;
  const float y = source.y + 24 + 12;
  bench.click(x + 7.5F * 4, y);
  CHECK(bench.model().editor.selection == Selection::caret(4));

  for (int i = 0; i < 40; ++i) bench.frame();  // no longer part of a double click
  for (int i = 0; i < 2; ++i) {
    bench.press(true);
    bench.frame();
    bench.press(false);
    bench.frame();
  }
  CHECK(bench.model().editor.selection == Selection{3, 7});

  bench.settle();
  bench.click(x + 7.5F * 9, y);  // off the selection
  drag(bench, x + 7.5F * 4, y, x + 7.5F * 2, y + 24);
  CHECK(bench.model().editor.selection == Selection{4, 16});
}

TEST_CASE("selected text is dragged to another place") {
  struct Row {
    std::string_view what;
    Selection selected;
    int to;  // characters into the first line
    bool cancelled;
    std::string_view text;
    Selection then;
  };
  const Row rows[] = {
      {"moved on", {0, 3}, 8, false, "deux un trois\n", {5, 8}},
      {"moved back", {8, 13}, 0, false, "troisun deux \n", {0, 5}},
      {"dropped on itself", {0, 7}, 5, false, "un deux trois\n", {0, 7}},
      {"only clicked", {0, 3}, 1, false, "un deux trois\n", {1, 1}},
      {"given up with Escape", {0, 3}, 8, true, "un deux trois\n", {0, 3}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    Bench bench;
    bench.open("un deux trois\n");
    const CssRect source = bench.find("source")->bounds;
    const float x = source.x + 32;
    const float y = source.y + 24 + 12;
    bench.dispatch(app::GoTo{row.selected.span()});
    bench.settle();
    bench.move(x + 7.5F * (static_cast<float>(row.selected.anchor) + 1) + 1, y);
    bench.frame();
    bench.press(true);
    bench.frame();
    bench.move(x + 7.5F * static_cast<float>(row.to) + 1, y);
    bench.frame();
    bench.frame();
    if (row.cancelled) press_keys(bench, {key(Key::kEscape)});
    bench.press(false);
    bench.settle();
    CHECK(text_of(bench) == row.text);
    CHECK(bench.model().editor.selection == row.then);
    if (row.text == "un deux trois\n") continue;
    bench.dispatch(app::Undo{});
    CHECK(text_of(bench) == "un deux trois\n");
    CHECK(bench.model().editor.selection == row.selected);
  }
}

TEST_CASE("what another program drags here shows its place, and is pasted there") {
  Bench bench;
  bench.open("un trois\n");
  const CssRect source = bench.find("source")->bounds;
  const float x = source.x + 32 + 7.5F * 3;
  const float y = source.y + 24 + 12;
  CHECK(bench.desk().takes_text({x, y}));
  CHECK_FALSE(bench.desk().takes_text({bench.find("page")->bounds.x + 20, y}));
  Input input;
  input.drag = TextDrag{{x, y}, false, {}, {}};
  bench.frame(input);
  CHECK(text_of(bench) == "un trois\n");
  input.drag = TextDrag{{x, y}, true, "<b>deux</b>", "deux"};
  bench.frame(input);
  bench.settle();
  CHECK(text_of(bench) == "un **deux**trois\n");
  bench.dispatch(app::Undo{});
  CHECK(text_of(bench) == "un trois\n");
}

TEST_CASE("a point to check leads to its place, and its mend mends") {
  Bench bench;
  bench.open("---\ntitle: Un titre\ndate: 2026-01-01\n---\n\nUn \\*\\*mot\\*\\* ici.\n");
  REQUIRE(bench.find("problems/toggle") != nullptr);
  bench.click(*bench.find("problems/toggle"));
  const SemanticNode* item = bench.find("problems/0");
  REQUIRE(item != nullptr);
  const SemanticNode* fix = bench.find("problems/0/fix/0");
  if (fix != nullptr) {
    bench.click(*fix);
    CHECK(bench.action<app::ApplyFix>() != nullptr);
    CHECK(text_of(bench).find("**mot**") != std::string::npos);
  } else {
    bench.click(item->bounds.x + 80, item->bounds.y + item->bounds.height / 2);
    CHECK(bench.action<app::GoTo>() != nullptr);
  }
}

TEST_CASE("a click in the page leads to the source") {
  Bench bench;
  bench.open("Premier.\n\nDeuxième paragraphe.\n");
  const SemanticNode* paragraph = bench.find("paragraph", "Deuxième");
  REQUIRE(paragraph != nullptr);
  bench.click(paragraph->bounds.x + 2, paragraph->bounds.y + 10);
  REQUIRE(bench.action<app::GoTo>() != nullptr);
  CHECK(bench.action<app::GoTo>()->span.begin == 10);
}

TEST_CASE("the splitter is dragged") {
  Bench bench;
  bench.settle();
  const SemanticNode splitter = *bench.find("splitter");
  CHECK(splitter.value == "50");
  bench.move(splitter.bounds.x + 4, 400);
  bench.frame();
  CHECK(bench.last().pointer == Pointer::kResizeHorizontal);
  bench.press(true);
  bench.frame();
  bench.move(500, 400);
  bench.frame();
  bench.press(false);
  bench.settle();
  CHECK(bench.model().preferences.split == doctest::Approx(500.0 / 1280).epsilon(0.02));
}

TEST_CASE("an unchanged frame lays out nothing, reads nothing and asks for no other") {
  Bench bench;
  bench.settle();
  const std::uint64_t layouts = bench.desk().layouts();
  const std::uint64_t reads = bench.derived().reads();
  bench.frame();
  bench.frame();
  CHECK(bench.desk().layouts() == layouts);
  CHECK(bench.derived().reads() == reads);
  CHECK(bench.last().next_frame_in == std::numeric_limits<double>::infinity());
}

TEST_CASE("a key press lays out what it changed and no more") {
  Bench bench;
  bench.settle();
  const std::uint64_t before = bench.desk().layouts();
  const Offset end = bench.model().editor.text.size();
  const auto at = static_cast<Offset>(text_of(bench).find("Douze lignes"));
  REQUIRE(at < end);
  bench.type({{at, at}, "x", Selection::caret(at + 1), false});
  CHECK(bench.desk().layouts() - before <= 2);  // the row and the paragraph
}

TEST_CASE("a long document lays out what is seen; wheel and reveal keep the place") {
  std::string text;
  for (int i = 0; i < 5000; ++i)
    text += "Paragraphe numéro " + std::to_string(i) + ", assez long pour une ligne.\n\n";
  Bench bench;
  bench.open(text);
  CHECK(bench.desk().layouts() < 400);
  const CssRect source = bench.find("source")->bounds;
  bench.move(source.x + 100, source.y + 100);
  bench.frame();
  for (int i = 0; i < 20; ++i) {
    bench.scroll(-3);
    bench.frame();
  }
  CHECK(bench.desk().layouts() < 1500);

  const auto place = static_cast<Offset>(text.find("numéro 4321"));
  bench.dispatch(app::GoTo{{place, place}});
  bench.settle();
  CHECK(bench.last().field.caret.y > source.y);
  CHECK(bench.last().field.caret.y < source.y + source.height);
}

TEST_CASE("hostile documents are drawn like any other") {
  std::string nested;
  for (int i = 0; i < 3000; ++i) nested += "> ";
  std::string lists;
  for (int i = 0; i < 300; ++i) lists += std::string(static_cast<std::size_t>(i) * 2, ' ') + "- a\n";
  std::string long_line(300000, 'x');
  std::string table = "|a|b|\n|--|--|\n";
  for (int i = 0; i < 2000; ++i) table += "|c|d|\n";
  std::string code = "~~~\n" + std::string(100000, 'y') + "\n~~~\n";
  for (const std::string& text :
       {nested + "x", lists, long_line, table, code, std::string("\0\xFF\xFE\r\r\n\t", 7)}) {
    Bench bench;
    bench.open(text);
    bench.move(900, 400);
    for (int i = 0; i < 10; ++i) {
      bench.scroll(-50);
      bench.frame();
    }
    CHECK(bench.find("source") != nullptr);
  }
}

TEST_CASE("a window may be as small as it likes") {
  for (const float size : {1.0F, 40.0F, 120.0F}) {
    Bench bench(size, size);
    bench.settle();
    bench.click(size / 2, size / 2);
    CHECK(bench.find("toolbar/document") != nullptr);
  }
}

TEST_CASE("any bytes can be shown and clicked") {
  std::mt19937 random(11);
  const std::string_view pieces[] = {
      "# ",         "> ",     "- ",      "1. ",  "**",      "*",        "_",
      "`",          "[a](b)", "![c](d)", "\n",   "\n\n",    "|",        "{: .citation}",
      "<div>",      "</div>", "<b>",     "é",    " ",       "\xF0\x9F", "---\n",
      "title: x\n", "\t",     "~~~",     "[^1]", "[^1]: n", "\r\n",     "{{ x }}",
      "\\*"};
  for (int round = 0; round < 60; ++round) {
    std::string text;
    for (auto n = random() % 80; n > 0; --n) text += pieces[random() % std::size(pieces)];
    CAPTURE(text);
    Bench bench(random() % 2 == 0 ? 1000 : 400, 600);
    bench.open(text);
    for (int clicks = 0; clicks < 4; ++clicks) {
      bench.click(static_cast<float>(random() % 1000), static_cast<float>(100 + random() % 450));
    }
    press_keys(bench, {key(Key::kDown), key(Key::kEnd, {.shift = true}), key(Key::kPageDown), key(Key::kUp)});
    CHECK(bench.model().editor.selection.head <= bench.model().editor.text.size());
  }
}

TEST_CASE("the bar says where the text is kept, and nothing of what is nobody's") {
  Bench bench;
  const auto state = [&] {
    bench.settle();
    return bench.find("toolbar/saved")->name;
  };
  CHECK(state().empty());  // the sample
  bench.open("Un texte");
  CHECK(state() == "Enregistré dans un fichier");
  bench.dispatch(app::TypeText{{0, 0}, "x", Selection::caret(1)});
  CHECK(state() == "Modifications non enregistrées");
  bench.dispatch(app::DraftStored{bench.model().document, bench.model().editor.revision});
  CHECK(state() == "Enregistré dans ce navigateur");
  bench.dispatch(app::SaveMarkdown{});
  CHECK(state() == "Enregistré dans un fichier");
  bench.dispatch(app::NewDocument{});
  CHECK(state().empty());
}

// Seconds go by, with the frames that the desk asks for and no others.
void pass(Bench& bench, double seconds) {
  while (seconds > 0) {
    const double next = bench.last().next_frame_in;
    if (next >= seconds) return bench.wait(seconds);
    bench.wait(next);
    bench.frame();
    seconds -= next + Bench::kFrame;
  }
}

TEST_CASE("a notice shows for six seconds, again when the same is said again, and covers nothing") {
  Bench bench;
  bench.open("Texte.\n");
  const float bottom = bench.find("source")->bounds.y + bench.find("source")->bounds.height;
  bench.dispatch(app::SaveMarkdown{});
  bench.settle();
  REQUIRE(bench.find("notice") != nullptr);
  const CssRect notice = bench.find("notice")->bounds;
  CHECK(notice.y + notice.height == bottom);
  for (const char* pane : {"source", "page"}) {
    const CssRect bounds = bench.find(pane)->bounds;
    CHECK(bounds.y + bounds.height == notice.y);
  }
  pass(bench, 4);
  bench.dispatch(app::SaveMarkdown{});
  bench.frame();
  pass(bench, 4);
  CHECK(bench.find("notice") != nullptr);
  pass(bench, 3);
  bench.settle();
  CHECK(bench.find("notice") == nullptr);
}

TEST_CASE("a notice does not hide the line that is written") {
  Bench bench;
  std::string text;
  for (int i = 0; i < 80; ++i) text += "Ligne.\n\n";
  bench.open(text);
  for (int lines = 0; lines < 30; ++lines) {
    press_keys(bench, {key(Key::kDown)});
    bench.dispatch(app::SaveMarkdown{});
    bench.settle();
    const CssRect source = bench.find("source")->bounds;
    const FieldState& field = bench.last().field;
    CHECK(field.caret.y + field.caret.height <= source.y + source.height);
    bench.dispatch(app::DismissNotice{});
    bench.settle();
  }
}

bool shows_hint(Bench& bench, const char* id) {
  bench.desk().reach(id);
  const double rest = bench.frame_until_rest();
  bench.wait(rest < 10 ? rest : 0);
  bench.frame();
  return bench.draws_above_desk();
}

TEST_CASE("an icon's name shows when the keyboard reaches it, until Escape sends it away") {
  Bench bench;
  bench.open("Texte.\n");
  CHECK_FALSE(bench.draws_above_desk());
  CHECK(shows_hint(bench, "format/bold"));
  Input escape;
  escape.key = key(Key::kEscape);
  escape.focused = false;
  bench.frame(escape);
  CHECK(bench.last().focus.empty());  // the keyboard stays
  bench.frame();
  CHECK_FALSE(bench.draws_above_desk());
  CHECK(shows_hint(bench, "format/italic"));
  bench.desk().reach("");
  bench.frame();
  CHECK_FALSE(bench.draws_above_desk());
  CHECK_FALSE(shows_hint(bench, "toolbar/share"));  // its name stands there
}

TEST_CASE("Escape closes the outline from within") {
  Bench bench;
  bench.open("## Un\n\nTexte.\n");
  bench.dispatch(app::ToggleOutline{});
  bench.settle();
  bench.desk().reach("outline/filter");
  Input escape;
  escape.key = key(Key::kEscape);
  bench.frame(escape);
  CHECK(bench.last().focus == "source");
  bench.settle();
  CHECK_FALSE(bench.model().outline.open);
}

}  // namespace
}  // namespace depeche::ui
