// The two panes: they show the same passage, and the page can be selected, copied and followed.
#include <string>

#include "doctest/doctest.h"
#include "tests/ui/bench.h"

namespace depeche::ui {
namespace {

std::string long_release() {
  std::string text = "---\ntitle: Un long communiqué\n---\n\n";
  for (int i = 0; i < 200; ++i)
    text += "Paragraphe " + std::to_string(i) +
            ", avec assez de mots pour tenir sur plus d’une ligne de la page.\n\n";
  return text;
}

std::string sentence_of(int words) {
  std::string text;
  for (int i = 0; i < words; ++i) text += " de plus";
  return text + ".";
}

// The number of the paragraph that stands nearest to the middle of the page's window.
int paragraph_in_the_middle(const Bench& bench) {
  int nearest = -1;
  float least = 1e9F;
  for (const SemanticNode& node : bench.desk().semantics().nodes()) {
    if (node.role != Role::kParagraph || !node.name.starts_with("Paragraphe ") || node.bounds.height < 5)
      continue;
    const float away = std::abs(node.bounds.y + node.bounds.height / 2 - 440);
    if (away >= least) continue;
    least = away;
    nearest = std::stoi(node.name.substr(11));
  }
  return nearest;
}

void scroll(Bench& bench, float x, float steps) {
  bench.move(x, 500);
  bench.frame();
  bench.scroll(steps);
  bench.settle();
  bench.settle();
}

TEST_CASE("the page follows the source, and the source the page; neither answers itself") {
  Bench bench;
  bench.open(long_release());
  scroll(bench, 300, -60);
  const int followed = paragraph_in_the_middle(bench);
  CHECK(followed > 20);
  bench.settle();
  CHECK(paragraph_in_the_middle(bench) == followed);

  const float caret_before = bench.last().field.caret.y;
  scroll(bench, 1000, -20);
  CHECK(paragraph_in_the_middle(bench) > followed);
  CHECK(bench.last().field.caret.y < caret_before);  // the source went on, and the caret in it up

  const float caret_above = bench.last().field.caret.y;
  press_keys(bench, {key(Key::kLeft)});
  bench.desk().press("page", key(Key::kEnd));  // by the parallel DOM
  bench.settle();
  bench.settle();
  CHECK(paragraph_in_the_middle(bench) > 190);
  CHECK(bench.last().field.caret.y < caret_above - 100);
  scroll(bench, 300, 10000);
  CHECK(paragraph_in_the_middle(bench) < 10);
}

TEST_CASE("the page shows where the caret goes, and stays where it is while someone types in sight") {
  Bench bench;
  bench.open(long_release());
  press_keys(bench, {key(Key::kEnd, {.control = true})});
  bench.settle();
  bench.settle();
  CHECK(paragraph_in_the_middle(bench) > 180);
  const int before = paragraph_in_the_middle(bench);
  const Offset place = bench.model().editor.text.size() - 10;
  bench.type({{place, place}, "a", Selection::caret(place + 1), false});
  bench.settle();
  CHECK(paragraph_in_the_middle(bench) == before);
}

TEST_CASE("the line between the panes moves by keys, and the panes change sides or stand alone") {
  Bench bench;
  bench.settle();
  const auto press = [&](Key which) {
    bench.desk().press("splitter", key(which));
    bench.settle();
    return bench.find("source")->bounds.width;
  };
  const float half = bench.find("source")->bounds.width;
  CHECK(press(Key::kRight) > half);
  CHECK(press(Key::kHome) == doctest::Approx(300).epsilon(0.01));
  CHECK(press(Key::kEnd) == doctest::Approx(980).epsilon(0.01));
  CHECK(press(Key::kEnter) == doctest::Approx(half));
  CHECK(bench.find("splitter")->value == "50");

  bench.click(*bench.find("view/swap"));
  CHECK(bench.find("source")->bounds.x > bench.find("page")->bounds.x);
  bench.click(*bench.find("view/page"));
  CHECK(bench.find("source") == nullptr);
  CHECK(bench.find("page")->bounds.width == doctest::Approx(1280));
  bench.click(*bench.find("view/source"));
  CHECK(bench.find("page") == nullptr);
  bench.click(*bench.find("view/both"));
  CHECK(bench.find("page") != nullptr);
}

TEST_CASE("keys scroll the page that stands alone, and nothing is written in a text that is not seen") {
  for (const bool is_narrow : {true, false}) {
    CAPTURE(is_narrow);
    Bench bench(is_narrow ? 390 : 1280, 600);
    std::string text;
    for (int i = 0; i < 80; ++i) text += "Un paragraphe.\n\n";
    bench.open(text);
    bench.dispatch(app::ShowPane{app::Pane::kPage});
    bench.dispatch(app::SetPanes{is_narrow ? app::Panes::kBoth : app::Panes::kPage});
    bench.settle();
    REQUIRE(bench.find("source") == nullptr);
    const auto scrolled = [&] {
      bench.frame_until_rest();
      return std::stoi(bench.find("page/scrollbar")->value);
    };
    const Selection caret = bench.model().editor.selection;
    CHECK(scrolled() < 5);
    press_keys(bench, {key(Key::kPageDown)});
    const int page = scrolled();
    CHECK(page > 5);
    press_keys(bench, {key(Key::kDown)});
    CHECK(scrolled() >= page);
    press_keys(bench, {key(Key::kEnd, {.control = true})});
    CHECK(scrolled() > 95);
    press_keys(bench, {key(Key::kHome)});
    CHECK(scrolled() < 5);
    press_keys(bench, {key(Key::kEnter),
                       key(Key::kDelete),
                       key(Key::kBackspace),
                       {Key::kCharacter, U'b', {.control = true}},
                       {Key::kCharacter, U'1', {.control = true, .alt = true}},
                       {Key::kCharacter, U'k', {.control = true}}});
    CHECK(text_of(bench) == text);
    CHECK_FALSE(bench.model().dialog);
    CHECK(bench.model().editor.selection == caret);
    CHECK_FALSE(bench.desk().shows_source(bench.model()));
    press_keys(bench, {{Key::kCharacter, U'a', {.control = true}}});
    CHECK(bench.desk().copy(bench.model(), bench.derived()));
    CHECK(bench.model().editor.selection == caret);
  }
}

TEST_CASE("text of the page is selected by dragging and double clicks, and copied") {
  Bench bench;
  bench.open("Un premier paragraphe.\n\nUn **second** là.\n");
  const SemanticNode first = *bench.find("paragraph", "Un premier");
  const SemanticNode second = *bench.find("paragraph", "Un second");
  const auto copied = [&] { return bench.desk().copy(bench.model(), bench.derived()); };
  CHECK(!copied());
  bench.move(first.bounds.x + 1, first.bounds.y + 8);
  bench.frame();
  bench.press(true);
  bench.frame();
  bench.move(second.bounds.x + second.bounds.width - 1, second.bounds.y + second.bounds.height - 4);
  bench.settle();
  bench.press(false);
  bench.settle();
  REQUIRE(copied());
  CHECK(copied()->text == "Un premier paragraphe.\n\nUn second là.");
  CHECK(copied()->html == "<p>Un premier paragraphe.</p>\n<p>Un <strong>second</strong> là.</p>\n");

  press_keys(bench, {key(Key::kEscape)});
  CHECK(!copied());
  bench.click(first.bounds.x + 30, first.bounds.y + 8);
  KeyPress all{Key::kCharacter, U'a', {.control = true}};
  press_keys(bench, {all});
  REQUIRE(copied());
  CHECK(copied()->text == "Un premier paragraphe.\n\nUn second là.");
  press_keys(bench, {key(Key::kLeft)});  // whoever moves the caret means the source
  CHECK(!copied());
}

// A note and a reference to it, many windows apart; `between` stands right above the note.
std::string far_from_note(const std::string& between) {
  std::string text = "Une phrase[^n].\n\n";
  for (int i = 0; i < 80; ++i) text += "Un paragraphe de plus.\n\n";
  return text + between + "[^n]: La note.\n";
}

TEST_CASE("a click on the page leads to the source, one on a note's number to the note and back") {
  Bench bench;
  const std::string text = far_from_note("");
  bench.open(text);
  const SemanticNode* reference = bench.find("link", "1");
  REQUIRE(reference != nullptr);
  bench.click(*reference);
  bench.settle();
  const SemanticNode* note = bench.find("listitem", "La note.");
  REQUIRE(note != nullptr);
  CHECK(note->bounds.height > 5);
  CHECK(bench.action<app::GoTo>() == nullptr);

  const SemanticNode* back = bench.find("link", "↩");
  REQUIRE(back != nullptr);
  bench.click(*back);
  bench.settle();
  CHECK(bench.find("paragraph", "Une phrase")->bounds.height > 5);

  bench.click(*bench.find("paragraph", "Un paragraphe de plus."));
  REQUIRE(bench.action<app::GoTo>() != nullptr);
  CHECK(bench.action<app::GoTo>()->span.begin > text.find("Un paragraphe"));
}

TEST_CASE("a note leads back to each place that refers to it") {
  Bench bench;
  const std::string text = far_from_note("Une autre phrase[^n].\n\n");
  bench.open(text);
  bench.click(*bench.find("link", "1"));
  bench.settle();
  const SemanticNode* second = bench.find("link", "↩²");
  REQUIRE(second != nullptr);
  bench.click(*second);
  bench.settle();
  CHECK(bench.find("paragraph", "Une autre phrase")->bounds.height > 5);
  bench.click(*bench.find("link", "↩"));
  bench.settle();
  CHECK(bench.find("paragraph", "Une phrase")->bounds.height > 5);
}

TEST_CASE("what was seen of a long page is laid out once while it is near, and not kept for ever") {
  Bench bench(480, 800);  // one pane at a time
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "Paragraphe " + std::to_string(i) + sentence_of(60) + "\n\n";
  bench.open(text);
  bench.click(*bench.find("tabs/page"));
  scroll(bench, 240, -3);
  const std::uint64_t near = bench.desk().layouts();
  scroll(bench, 240, 3);
  CHECK(bench.desk().layouts() == near);

  for (int i = 0; i < 400; ++i) scroll(bench, 240, -15);
  CHECK(paragraph_in_the_middle(bench) > 1800);
  const std::uint64_t far = bench.desk().layouts();
  bench.desk().press("page", key(Key::kHome));
  for (int i = 0; i < 8; ++i) bench.settle();
  CHECK(paragraph_in_the_middle(bench) < 5);
  CHECK(bench.desk().layouts() > far);
}

TEST_CASE("a slide show shows its next picture") {
  Bench bench(1280, 1200);
  bench.open(
      "---\nune-ou-diaporama:\n- image: /a.png\n  legende: Un\n- image: /b.png\n  legende: "
      "Deux\n---\n\nTexte.\n");
  REQUIRE(bench.find("page/slide/next") != nullptr);
  bench.click(*bench.find("page/slide/next"));
  const SemanticNode picture = *bench.find("img", "Un");
  bench.click(picture.bounds.x + 40, picture.bounds.y + 40);
  REQUIRE(bench.action<app::GoTo>() != nullptr);
  CHECK(bench.action<app::GoTo>()->span.begin == text_of(bench).find("image: /b.png"));
}

// How far down a pane is, of 100.
std::string place_of(const Bench& bench, const char* scrollbar) {
  const SemanticNode* node = bench.find(scrollbar);
  return node == nullptr ? "none" : node->value;
}

TEST_CASE("after each jump by keyboard both panes arrive, in the frames that the desk asks for") {
  Bench bench;
  bench.open(long_release());
  const Modifiers control{.control = true, .word = true};
  for (int i = 0; i < 6; ++i) {
    const bool down = i % 2 == 0;
    Input input;
    input.key = key(down ? Key::kEnd : Key::kHome, control);
    bench.frame(input);
    bench.frame_until_rest();
    CAPTURE(i);
    CHECK(place_of(bench, "source/scrollbar") == (down ? "100" : "0"));
    CHECK(place_of(bench, "page/scrollbar") == (down ? "100" : "0"));
  }
}

TEST_CASE("a page down, or a heading of the outline, leaves nothing to come with a later frame") {
  Bench bench;
  std::string text = long_release();
  for (int i = 0; i < 5; ++i)
    text += "## Intertitre " + std::to_string(i) + "\n\n" + long_release().substr(40);
  bench.open(text);
  const auto rests = [&] {
    const int before = paragraph_in_the_middle(bench);
    const std::string source = place_of(bench, "source/scrollbar");
    bench.settle();
    CHECK(paragraph_in_the_middle(bench) == before);
    CHECK(place_of(bench, "source/scrollbar") == source);
  };
  for (int i = 0; i < 6; ++i) {
    CAPTURE(i);
    Input input;
    input.key = key(Key::kPageDown);
    bench.frame(input);
    bench.frame_until_rest();
    rests();
  }
  bench.dispatch(app::ToggleOutline{});
  bench.settle();
  for (const char* heading : {"outline/4", "outline/1", "outline/3"}) {
    CAPTURE(heading);
    bench.desk().activate(heading);
    bench.frame_until_rest();
    rests();
  }
}

}  // namespace
}  // namespace depeche::ui
