// A drag goes as far as where the button went up, however few frames saw it.
#include "doctest/doctest.h"
#include "tests/ui/bench.h"

namespace depeche::ui {
namespace {

// Presses at one place, moves and lets go at another, all before the next frame.
void drag_at_once(Bench& bench, const Point& from, const Point& to) {
  bench.move(from.x, from.y);
  bench.frame();
  bench.press(true);
  bench.move(to.x, to.y);
  bench.press(false);
  bench.settle();
}

// Where the middle of a node is; the test fails without it.
Point middle_of(const Bench& bench, std::string_view id) {
  const SemanticNode* node = bench.find(id);
  REQUIRE(node != nullptr);
  return {node->bounds.x + node->bounds.width / 2, node->bounds.y + node->bounds.height / 2};
}

// The middle of the first line of the source, and places along it.
Point on_first_line(const Bench& bench, float into) {
  const SemanticNode* source = bench.find("source");
  REQUIRE(source != nullptr);
  return {source->bounds.x + 40 + into, source->bounds.y + 36};
}

TEST_CASE("text is selected up to where the button went up") {
  Bench bench;
  bench.open("un premier mot puis un autre mot de plus\n");
  bench.dispatch(app::GoTo{{0, 0}});
  bench.settle();
  drag_at_once(bench, on_first_line(bench, 0), on_first_line(bench, 150));
  const Selection selection = bench.model().editor.selection;
  CHECK(selection.anchor < 5);
  CHECK(selection.head > selection.anchor + 10);
}

TEST_CASE("selected text is carried to where the button went up") {
  Bench bench;
  bench.open("abcdefghijklmnopqrstuvwxyz 0123456789\n");
  bench.dispatch(app::GoTo{{0, 10}});
  bench.settle();
  bench.wait(1);
  drag_at_once(bench, on_first_line(bench, 20), on_first_line(bench, 200));
  CHECK(text_of(bench).starts_with("klm"));
  CHECK(text_of(bench).find("abcdefghij") > 10);
}

TEST_CASE("the line between the panes goes to where the button went up") {
  Bench bench;
  bench.open("un\n");
  const Point line = middle_of(bench, "splitter");
  drag_at_once(bench, line, {line.x + 100, line.y});
  CHECK(middle_of(bench, "splitter").x == doctest::Approx(line.x + 100).epsilon(0.01));
}

}  // namespace
}  // namespace depeche::ui
