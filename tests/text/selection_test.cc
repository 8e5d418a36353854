#include "text/selection.h"

#include "doctest/doctest.h"

namespace depeche {
namespace {

TEST_CASE("a selection keeps its text and its direction through a change") {
  struct Row {
    Selection before;
    Replacement replacement;
    Selection after;
  };
  const Row rows[] = {
      {{2, 5}, {{0, 0}, "++"}, {4, 7}}, {{5, 2}, {{0, 0}, "++"}, {7, 4}}, {{2, 5}, {{2, 2}, "++"}, {4, 7}},
      {{5, 2}, {{5, 5}, "++"}, {5, 2}}, {{5, 2}, {{1, 6}, ""}, {1, 1}},   {{3, 3}, {{3, 3}, "++"}, {3, 3}},
  };
  for (const Row& row : rows) {
    const Change change = *Change::of(10, {row.replacement});
    const Selection after = row.before.map(change);
    CHECK(after.anchor == row.after.anchor);
    CHECK(after.head == row.after.head);
  }
}

TEST_CASE("a caret where text comes in goes to the side of the bias") {
  const Change change = *Change::of(10, {{{3, 3}, "++"}});
  CHECK(Selection::caret(3).map(change, Bias::kBefore) == Selection::caret(3));
  CHECK(Selection::caret(3).map(change, Bias::kAfter) == Selection::caret(5));
}

}  // namespace
}  // namespace depeche
