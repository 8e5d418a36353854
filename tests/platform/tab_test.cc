// What a tab makes of events, and what it tells the page: each thing once, in its order.
#include "platform/tab.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "app/update.h"
#include "doctest/doctest.h"
#include "platform/headless/screen.h"
#include "tests/platform/field_change.h"

namespace depeche::platform {
namespace {

std::string words_of(const app::Effect& effect) {
  if (const auto* draft = std::get_if<app::StoreDraft>(&effect))
    return "store " + std::string(draft->text.bytes());
  if (const auto* choice = std::get_if<app::StorePreference>(&effect))
    return "remember " + choice->name + "=" + choice->value;
  if (const auto* file = std::get_if<app::Download>(&effect)) return "download " + file->name;
  if (const auto* copied = std::get_if<app::WriteClipboard>(&effect)) return "copy " + copied->text;
  if (std::holds_alternative<app::HoldDocument>(effect)) return "hold";
  if (std::holds_alternative<app::AskForStorage>(effect)) return "ask for storage";
  if (std::holds_alternative<app::ClearFragment>(effect)) return "clear fragment";
  return "effect " + std::to_string(effect.index());
}

// A page that writes down what it is told.
class Witness : public Browser {
 public:
  void show_field(bool active, std::string_view text, Utf16Offset anchor, Utf16Offset head) override {
    const std::string selected =
        std::to_string(static_cast<unsigned>(anchor)) + "-" + std::to_string(static_cast<unsigned>(head));
    told_.push_back(active ? "field " + std::string(text) + " " + selected : "no field");
  }
  void move_field(const ui::CssRect& caret) override { caret_ = caret; }
  void keep_tab(bool kept) override { told_.push_back(kept ? "keep tab" : "leave tab"); }
  void follow_fields() override {
    told_.push_back("fields");
    if (when_fields_change) when_fields_change();
  }
  void focus(std::string_view node) override {
    told_.push_back("focus " + std::string(node));
    if (when_focus_moves) when_focus_moves();
  }
  void show_pointer(ui::Pointer pointer) override {
    told_.push_back("pointer " + std::to_string(static_cast<int>(pointer)));
  }
  void set_title(std::string_view title) override { told_.push_back("title " + std::string(title)); }
  void set_language(std::string_view tag) override { told_.push_back("language " + std::string(tag)); }
  void set_appearance(bool dark) override { told_.push_back(dark ? "dark" : "light"); }
  void carry_out(const app::Effect& effect) override { told_.push_back(words_of(effect)); }

  // What it was told since this was asked for last.
  std::vector<std::string> told() { return std::exchange(told_, {}); }

  ui::CssRect caret() const { return caret_; }

  // What the page does meanwhile: it may ask the tab back (platform/browser.h).
  std::function<void()> when_fields_change, when_focus_moves;

 private:
  std::vector<std::string> told_;
  ui::CssRect caret_;
};

using Lines = std::vector<std::string>;

struct Fixture {
  explicit Fixture(float scale = 1) : screen({1280 * scale, 800 * scale}, scale) {}

  void open(std::string text) {
    tab.dispatch(app::OpenFile{"cp.md", std::move(text)});
    draw();
    draw();
    page.told();
  }
  double draw() { return tab.draw(time += 0.02); }
  void press(ui::Key key, int times = 1) {
    for (int i = 0; i < times; ++i) tab.press_key({key, 0, {}});
  }
  void press(char32_t character, ui::Modifiers modifiers) {
    tab.press_key({ui::Key::kCharacter, character, modifiers});
  }
  std::string_view text() const { return tab.model().editor.text.bytes(); }
  Offset caret() const { return tab.model().editor.selection.head; }

  HeadlessScreen screen;
  Witness page;
  Tab tab{app::initial_model(), screen, page};
  double time = 0;
};

bool contains(const Lines& lines, std::string_view line) {
  return std::ranges::find(lines, line) != lines.end();
}

TEST_CASE("the page may ask back while it is told of fields and focus") {
  Fixture fixture;
  fixture.open("Un texte.\n");
  fixture.tab.semantic_changes();
  std::string changes;
  int moves = 0;
  fixture.page.when_fields_change = [&] { changes += fixture.tab.semantic_changes(); };
  fixture.page.when_focus_moves = [&] {
    ++moves;
    fixture.tab.set_focus(false);
  };
  fixture.tab.dispatch(app::OpenForm{app::FormKind::kLink});
  fixture.draw();
  fixture.draw();
  CHECK(changes.find("form/0") != std::string::npos);
  CHECK(fixture.tab.semantic_changes().find("form/0") == std::string::npos);
  CHECK(moves == 1);
  CHECK(contains(fixture.page.told(), "focus form/0"));
}

TEST_CASE("the first frame tells the page all that it must know, and the next nothing again") {
  Fixture fixture;
  const std::string name = fixture.tab.model().file_name;
  fixture.draw();
  const Lines first = fixture.page.told();
  CHECK(contains(first, "title " + name));
  CHECK(contains(first, "language fr"));
  CHECK(std::ranges::any_of(first, [](const std::string& line) { return line.starts_with("field "); }));
  fixture.draw();
  fixture.draw();
  CHECK(fixture.page.told() == Lines{});
}

TEST_CASE("a frame that changes nothing rests until something happens") {
  Fixture fixture;
  fixture.open("Un texte.\n");
  CHECK(fixture.draw() == std::numeric_limits<double>::infinity());
  CHECK(fixture.tab.last_frame().actions.empty());
}

TEST_CASE("keys that come before a frame are each for the text as the one before leaves it") {
  struct Row {
    int keys;
    std::string text;  // after one frame
    bool rests;        // it has done them all
  };
  const Row rows[] = {{1, "bcdefgh", true}, {2, "cdefgh", true}, {3, "defgh", true},
                      {4, "efgh", false},   {5, "efgh", false},  {8, "efgh", false}};
  for (const Row& row : rows) {
    CAPTURE(row.keys);
    Fixture fixture;
    fixture.open("abcdefgh");
    fixture.press(ui::Key::kDelete, row.keys);
    const double next = fixture.draw();
    CHECK(fixture.text() == row.text);
    CHECK((next > 0) == row.rests);
    while (fixture.draw() <= 0) {
    }
    CHECK(fixture.text() == std::string_view("abcdefgh").substr(static_cast<std::size_t>(row.keys)));
  }
}

TEST_CASE("what a frame does shows in it: the caret, the field and the actions of all its passes") {
  Fixture fixture;
  fixture.open("abc\n");
  const ui::CssRect before = fixture.page.caret();
  fixture.press(ui::Key::kRight, 2);
  fixture.draw();
  CHECK(fixture.page.caret().x > before.x);
  CHECK(fixture.page.told() == Lines{"field abc\n 1-1", "field abc\n 2-2"});
  CHECK(fixture.tab.last_frame().actions.size() == 2);
}

TEST_CASE("the caret is told in CSS pixels") {
  const auto caret_at = [](float scale) {
    Fixture fixture(scale);
    fixture.open("abc\n");
    return fixture.page.caret();
  };
  CHECK(caret_at(2).height == doctest::Approx(caret_at(1).height).epsilon(0.1));
  CHECK(caret_at(2).x == doctest::Approx(caret_at(1).x).epsilon(0.05));
}

TEST_CASE("what is typed is in the text at once, and the field follows at once what else changes it") {
  Fixture fixture;
  fixture.open("ab\n");
  fixture.tab.change_field(field_change(1, 1, "é", 2, 2), fixture.time);
  CHECK(fixture.text() == "aéb\n");
  CHECK(fixture.page.told() == Lines{"store aéb\n", "ask for storage"});  // the field has it already
  fixture.tab.change_field(field_change(2, 2, "c", 3, 3), fixture.time);
  CHECK(fixture.text() == "aécb\n");
  fixture.page.told();
  fixture.tab.dispatch(app::Undo{});
  const Lines told = fixture.page.told();
  CHECK(told.back() == "field ab\n 0-0");
}

TEST_CASE("of a long document the field holds the text around the caret") {
  Fixture fixture;
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "Ligne " + std::to_string(i) + "\n";
  fixture.open(text);
  const auto place = static_cast<Offset>(text.find("Ligne 500"));
  fixture.tab.dispatch(app::GoTo{{place, place}});
  const Lines told = fixture.page.told();
  REQUIRE(told.size() == 1);
  CHECK(told[0].starts_with("field "));
  CHECK(told[0].find("Ligne 500\n") != std::string::npos);
  CHECK(told[0].size() < 1200);
  CHECK(fixture.tab.model().editor.selection.head == place);
}

TEST_CASE("while an input method composes its field is not touched") {
  Fixture fixture;
  fixture.open("ab\n");
  fixture.tab.change_field(field_change(1, 1, "^", 2, 2, true), fixture.time);
  fixture.draw();
  CHECK(fixture.text() == "a^b\n");
  const auto is_field = [](const std::string& line) { return line.starts_with("field"); };
  CHECK(std::ranges::none_of(fixture.page.told(), is_field));

  // Another text takes what it writes at the caret.
  fixture.tab.set_text("autre");
  fixture.draw();
  CHECK(std::ranges::none_of(fixture.page.told(), is_field));
  fixture.tab.change_field(field_change(1, 2, "ê", 2, 2, true), fixture.time);
  CHECK(fixture.text() == "autreê");
  CHECK(std::ranges::none_of(fixture.page.told(), is_field));
  fixture.tab.end_composition();
  CHECK(fixture.page.told() == Lines{"field autreê 6-6"});
}

TEST_CASE("a field that people type into is there before it gets the keyboard, once") {
  Fixture fixture;
  fixture.open("Voir ici.\n");
  fixture.press('k', {.control = true});
  fixture.draw();
  fixture.draw();
  Lines told = fixture.page.told();
  const auto fields = std::ranges::find(told, "fields");
  const auto focus = std::ranges::find(told, "focus form/0");
  REQUIRE(fields != told.end());
  REQUIRE(focus != told.end());
  CHECK(fields < focus);
  CHECK(std::ranges::count(told, "focus form/0") == 1);
  CHECK(contains(told, "no field"));
  fixture.draw();
  CHECK(fixture.page.told() == Lines{});

  fixture.tab.desk().enter("form/1", "/x");
  fixture.draw();
  CHECK(contains(fixture.page.told(), "fields"));
}

TEST_CASE("title, language and appearance are told when they change, and once") {
  Fixture fixture;
  fixture.open("Un texte.\n");
  struct Row {
    const char* name;
    app::Action action;
    std::string told;
  };
  const Row rows[] = {
      {"another file", app::OpenFile{"autre.md", "Un autre.\n"}, "title autre.md"},
      {"another language", app::SetLanguage{messages::Language::kEnglish}, "language en"},
      {"dark", app::SetTheme{app::Theme::kDark}, "dark"},
      {"light again", app::SetTheme{app::Theme::kLight}, "light"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    fixture.tab.dispatch(row.action);
    for (int i = 0; i < 3; ++i) fixture.draw();
    const Lines told = fixture.page.told();
    CHECK(std::ranges::count(told, row.told) == 1);
    for (const std::string_view kind : {"title ", "language ", "dark", "light"}) {
      const auto is_kind = [&](const std::string& line) { return line.starts_with(kind); };
      CHECK(std::ranges::count_if(told, is_kind) == (row.told.starts_with(kind) ? 1 : 0));
    }
  }
}

TEST_CASE("the system's appearance counts where the person has chosen none") {
  Fixture fixture;
  fixture.open("Un texte.\n");
  fixture.tab.set_appearance(true);
  fixture.draw();
  CHECK(fixture.page.told() == Lines{"dark"});
  fixture.tab.dispatch(app::SetTheme{app::Theme::kLight});
  fixture.draw();
  CHECK(contains(fixture.page.told(), "light"));
  fixture.tab.set_appearance(false);
  fixture.draw();
  CHECK_FALSE(contains(fixture.page.told(), "light"));
}

TEST_CASE("the pointer's shape is told when it changes") {
  Fixture fixture;
  fixture.open("Un texte.\n");
  const std::string text = "pointer " + std::to_string(static_cast<int>(ui::Pointer::kText));
  fixture.screen.move_pointer(PointerKind::kMouse, {300, 400});
  for (int i = 0; i < 3; ++i) fixture.draw();
  CHECK(fixture.page.told() == Lines{text});
}

TEST_CASE("whether Tab is the text's is told when it changes") {
  Fixture fixture;
  fixture.open("mot\n\n- un\n- deux\n");
  const auto place = static_cast<Offset>(fixture.text().find("deux"));
  fixture.tab.dispatch(app::GoTo{{place, place}});
  fixture.draw();
  CHECK(contains(fixture.page.told(), "keep tab"));
  fixture.draw();
  CHECK(fixture.page.told() == Lines{});
  fixture.tab.dispatch(app::GoTo{{0, 0}});
  fixture.draw();
  CHECK(contains(fixture.page.told(), "leave tab"));
}

TEST_CASE("a choice of an earlier visit holds and is not stored again") {
  struct Row {
    const char* name;
    const char* value;
    bool (*holds)(const app::Model& model);
  };
  const Row rows[] = {
      {"language", "en",
       [](const app::Model& m) { return m.preferences.language == messages::Language::kEnglish; }},
      {"theme", "dark", [](const app::Model& m) { return m.preferences.theme == app::Theme::kDark; }},
      {"theme", "light", [](const app::Model& m) { return m.preferences.theme == app::Theme::kLight; }},
      {"monospaced", "yes", [](const app::Model& m) { return m.preferences.monospaced; }},
      {"invisibles", "yes", [](const app::Model& m) { return m.preferences.invisibles_shown; }},
      {"panes", "page", [](const app::Model& m) { return m.preferences.panes == app::Panes::kPage; }},
      {"panes", "source", [](const app::Model& m) { return m.preferences.panes == app::Panes::kSource; }},
      {"swapped", "yes", [](const app::Model& m) { return m.preferences.swapped; }},
      {"swapped", "no", [](const app::Model& m) { return !m.preferences.swapped; }},
      {"split", "0.4",
       [](const app::Model& m) { return m.preferences.split > 0.39F && m.preferences.split < 0.41F; }},
      {"unheard of", "yes", [](const app::Model&) { return true; }},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CAPTURE(row.value);
    Fixture fixture;
    fixture.tab.dispatch(app::RestorePreference{row.name, row.value});
    CHECK(row.holds(fixture.tab.model()));
    fixture.draw();
    const auto is_stored = [](const std::string& line) { return line.starts_with("remember"); };
    CHECK(std::ranges::none_of(fixture.page.told(), is_stored));
  }
}

TEST_CASE("effects come in the order in which they were asked for") {
  Fixture fixture;
  fixture.open("Un texte.\n");
  fixture.tab.dispatch(app::SetTheme{app::Theme::kDark});
  fixture.tab.select(Utf16Offset{0}, Utf16Offset{10});
  fixture.tab.dispatch(app::CopySelection{});
  fixture.tab.dispatch(app::SaveMarkdown{});
  Lines told = fixture.page.told();
  std::erase_if(told, [](const std::string& line) { return line.starts_with("field"); });
  REQUIRE(told.size() >= 3);
  CHECK(told[0] == "remember theme=dark");
  CHECK(told[1] == "copy Un texte.\n");
  CHECK(told[2] == "download cp.md");
}

TEST_CASE("a draft waits until it is known to be stored") {
  Fixture fixture;
  fixture.open("a\n");
  const app::DocumentId first = fixture.tab.model().document;
  fixture.tab.change_field(field_change(1, 1, "b", 2, 2), fixture.time);
  REQUIRE(fixture.tab.waiting_drafts().all().size() == 1);
  const std::uint64_t old_version = fixture.tab.waiting_drafts().all()[0].version;
  fixture.tab.change_field(field_change(2, 2, "c", 3, 3), fixture.time);
  REQUIRE(fixture.tab.waiting_drafts().all().size() == 1);
  const auto waiting = fixture.tab.waiting_drafts().all()[0];
  CHECK(waiting.draft.text.bytes() == "abc\n");

  fixture.tab.draft_stored(old_version);
  CHECK(fixture.tab.waiting_drafts().all().size() == 1);
  fixture.tab.draft_stored(waiting.version);
  CHECK(fixture.tab.waiting_drafts().all().empty());
  CHECK(fixture.tab.model().document == first);
}

TEST_CASE("a document that was left before it was stored is opened again from what waits") {
  Fixture fixture;
  fixture.open("a\n");
  const app::DocumentId first = fixture.tab.model().document;
  fixture.tab.change_field(field_change(1, 1, "b", 2, 2), fixture.time);
  fixture.tab.dispatch(app::OpenFile{"autre.md", "x\n"});
  REQUIRE(fixture.tab.model().document != first);
  CHECK_FALSE(fixture.tab.open_waiting({"unheard of"}));
  REQUIRE(fixture.tab.open_waiting(first));
  CHECK(fixture.text() == "ab\n");
  CHECK(fixture.tab.model().document == first);

  fixture.tab.draft_forgotten(first);
  CHECK_FALSE(fixture.tab.open_waiting(first));
}

TEST_CASE("the drafts that are kept come one by one, each with the title in it") {
  Fixture fixture;
  fixture.tab.dispatch(app::ShowDrafts{});
  app::KeptDraft draft;
  draft.id.text = "a";
  draft.name = "a.md";
  fixture.tab.list_draft(draft, "---\ntitle: Un titre\n---\n");
  draft.id.text = "b";
  fixture.tab.list_draft(draft, "Sans titre");
  fixture.tab.finish_list_of_drafts();
  const auto& drafts = std::get<app::DraftsDialog>(fixture.tab.model().dialog.value()).drafts;
  REQUIRE(drafts.size() == 2);
  CHECK(drafts[0].title == "Un titre");
  CHECK(drafts[1].title.empty());
}

TEST_CASE("a script replaces the text and selects in UTF-16 units") {
  Fixture fixture;
  fixture.open("abc\n");
  fixture.tab.set_text("é😀b");
  CHECK(fixture.text() == "é😀b");
  CHECK(fixture.tab.head() == Utf16Offset{4});
  fixture.tab.select(Utf16Offset{1}, Utf16Offset{3});
  CHECK(fixture.tab.model().editor.selection == Selection{2, 6});
  CHECK(fixture.tab.anchor() == Utf16Offset{1});
  CHECK(fixture.tab.head() == Utf16Offset{3});
  fixture.tab.dispatch(app::Undo{});
  CHECK(fixture.text() == "abc\n");
}

TEST_CASE("another scale lays everything out anew, another size does not") {
  Fixture fixture;
  fixture.open("Un texte.\n");
  const std::uint64_t before = fixture.tab.desk().layouts();
  fixture.tab.resize({1280, 700}, 1);
  fixture.draw();
  CHECK(fixture.tab.desk().layouts() == before);
  fixture.tab.resize({1280, 700}, 2);
  fixture.draw();
  CHECK(fixture.tab.desk().layouts() > before);
}

TEST_CASE("the parallel DOM is told what has changed since it asked last") {
  Fixture fixture;
  fixture.open("Un texte.\n");
  CHECK(fixture.tab.semantic_changes().find("toolbar/save") != std::string::npos);
  CHECK(fixture.tab.semantic_changes().find("toolbar/save") == std::string::npos);
}

TEST_CASE("text that is dragged over the page shows its place until it leaves or drops") {
  Fixture fixture;
  fixture.open("un trois\n");
  CHECK(fixture.tab.drag_text({300, 300}));
  fixture.draw();
  CHECK(fixture.text() == "un trois\n");
  fixture.tab.leave_drag();
  CHECK_FALSE(fixture.tab.drag_text({1000, 300}));  // over the page
  fixture.tab.drop_text({1000, 300}, "", "deux ");
  fixture.draw();
  CHECK(fixture.text() == "un trois\n");
  fixture.tab.drop_text({300, 300}, "", "deux");
  fixture.draw();
  CHECK(fixture.text().find("deux") != std::string_view::npos);
}

}  // namespace
}  // namespace depeche::platform
