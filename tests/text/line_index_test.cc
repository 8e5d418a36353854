#include "text/line_index.h"

#include "doctest/doctest.h"
#include "tests/text/random.h"

namespace depeche {
namespace {

TEST_CASE("the index after an edit is the one that would be built, where an edit makes or breaks a CR LF") {
  struct Row {
    std::string_view before;
    Replacement replacement;
  };
  const Row rows[] = {
      {"a\r\nb", {{2, 2}, "x"}},  // between CR and LF
      {"a\r\nb", {{1, 2}, ""}},   // CR goes
      {"a\r\nb", {{2, 3}, ""}},   // LF goes
      {"a\rx\nb", {{2, 3}, ""}},  // they meet
      {"a\rb", {{2, 2}, "\n"}},   // LF comes after CR
      {"a\nb", {{1, 1}, "\r"}},   // CR comes before LF
      {"a\nb\nc", {{0, 5}, ""}},  //
      {"", {{0, 0}, "\r\n\r"}},   //
      {"\n", {{0, 1}, "\r"}},     //
      {"a\n\nb", {{1, 2}, "x\ny\n"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.before);
    const Text text{std::string(row.before)};
    const Text after = Change::of(text.size(), {row.replacement})->apply(text);
    CHECK(after.lines() == LineIndex(after.bytes()));
  }
}

TEST_CASE("the index after any change is the one that would be built") {
  Random random(1);
  for (unsigned round = 0; round < 20'000; ++round) {
    Text text(random.text(12));
    for (int edit = 0; edit < 3; ++edit) {
      text = random.change(text.size()).apply(text);
      REQUIRE(text.lines() == LineIndex(text.bytes()));
    }
  }
}

}  // namespace
}  // namespace depeche
