#include "text/change.h"

#include <algorithm>
#include <chrono>
#include <cstring>

#include "doctest/doctest.h"
#include "tests/support/cpu_clock.h"
#include "tests/text/random.h"

namespace depeche {

// How doctest shows a change that is not the one expected.
std::ostream& operator<<(std::ostream& out, const Change& change) {
  out << change.length_before() << " bytes";
  for (const auto& [span, text] : change.replacements())
    out << ", [" << span.begin << ", " << span.end << ") by \"" << text << '"';
  return out;
}

namespace {

constexpr unsigned kRounds = 20'000;

Change make(Offset length, std::vector<Replacement> replacements) {
  const std::optional<Change> change = Change::of(length, std::move(replacements));
  REQUIRE(change);
  return *change;
}

std::string applied(const Change& change, std::string_view text) {
  return std::string(change.apply(Text(std::string(text))).bytes());
}

TEST_CASE("a change replaces all its places at once") {
  struct Row {
    std::string_view before;
    std::vector<Replacement> replacements;
    std::string_view after;
  };
  const Row rows[] = {
      {"abc", {}, "abc"},
      {"", {{{0, 0}, "un"}}, "un"},
      {"abc", {{{0, 3}, ""}}, ""},
      {"abc", {{{1, 2}, "BB"}}, "aBBc"},
      {"abcd", {{{3, 4}, "D"}, {{0, 1}, "A"}}, "AbcD"},    // in any order
      {"abcd", {{{2, 2}, "1"}, {{2, 2}, "2"}}, "ab12cd"},  // at one place: the first first
      {"abcd", {{{1, 3}, "x"}, {{1, 1}, "<"}}, "a<xd"},    // what inserts comes before what replaces
      {"abcd", {{{1, 3}, "x"}, {{3, 3}, ">"}}, "ax>d"},    // and after it, at its end
      {"abcd", {{{0, 2}, "x"}, {{2, 4}, "y"}, {{4, 4}, "z"}}, "xyz"},  // touching is not overlapping
  };
  for (const Row& row : rows) {
    const auto length = static_cast<Offset>(row.before.size());
    CHECK(applied(make(length, row.replacements), row.before) == row.after);
  }
}

TEST_CASE("what cannot be a change is none") {
  const std::vector<Replacement> rows[] = {
      {{{0, 5}, ""}},                  // past the end
      {{{5, 5}, "x"}},                 //
      {{{3, 2}, ""}},                  // reversed
      {{{0, 2}, ""}, {{1, 3}, ""}},    // overlapping
      {{{1, 3}, "a"}, {{1, 4}, "b"}},  //
      {{{1, 3}, "a"}, {{1, 3}, "a"}},  //
      {{{0, 4}, ""}, {{2, 2}, "x"}},   // inserting into what goes
      {{{4294967295U, 4294967295U}, ""}},
  };
  for (const auto& replacements : rows) CHECK_FALSE(Change::of(4, replacements));
  CHECK_FALSE(Change::of(Offset{kMaximumTextSize}, {{{0, 0}, "x"}}));
}

TEST_CASE("equal effects are equal changes") {
  const Change expected = make(6, {{{1, 4}, "xy"}});
  CHECK(make(6, {{{1, 2}, "x"}, {{2, 4}, "y"}}) == expected);
  CHECK(make(6, {{{1, 4}, ""}, {{1, 1}, "xy"}}) == expected);
  CHECK(make(6, {{{1, 4}, "xy"}, {{5, 5}, ""}}) == expected);
  CHECK(make(6, {{{3, 3}, ""}}).empty());
}

TEST_CASE("a change that does not fit is without effect") {
  const Change change = make(2, {{{0, 2}, "x"}});
  CHECK(applied(change, "abc") == "abc");
  CHECK(change.compose(change) == change);
  CHECK(change.invert(Text("abc")).empty());
}

TEST_CASE("the change between two texts is the shortest one replacement that keeps characters whole") {
  struct Row {
    std::string_view before;
    std::string_view after;
    std::vector<Replacement> replacements;
  };
  const Row rows[] = {
      {"", "", {}},
      {"même", "même", {}},
      {"", "abc", {{{0, 0}, "abc"}}},
      {"abc", "", {{{0, 3}, ""}}},
      {"le mot", "le long mot", {{{3, 3}, "long "}}},
      {"aaa", "aaaa", {{{3, 3}, "a"}}},
      {"aaaa", "aaa", {{{3, 4}, ""}}},
      {"tée", "tèe", {{{1, 3}, "è"}}},             // é and è differ in their second byte
      {"\u00E9", "\u0169", {{{0, 2}, "\u0169"}}},  // é and ũ in their first
  };
  for (const Row& row : rows) {
    const Change change = Change::between(row.before, row.after);
    CHECK(change.replacements() == row.replacements);
    CHECK(applied(change, row.before) == row.after);
  }
}

TEST_CASE("a position keeps its place in the text") {
  const Change change = make(12, {{{2, 2}, "++"}, {{4, 7}, "X"}, {{9, 11}, ""}});
  struct Row {
    Offset position;
    Offset before;
    Offset after;
  };
  const Row rows[] = {
      {0, 0, 0},    {1, 1, 1},    {2, 2, 4},  // at inserted text
      {3, 5, 5},    {4, 6, 6},                // the edge of replaced text keeps its side
      {5, 6, 7},    {6, 6, 7},                // within
      {7, 7, 7},    {8, 8, 8},    {9, 9, 9},  //
      {10, 9, 9},   {11, 9, 9},               // deleted
      {12, 10, 10}, {99, 10, 10},
  };
  for (const Row& row : rows) {
    CAPTURE(row.position);
    CHECK(change.map_position(row.position, Bias::kBefore) == row.before);
    CHECK(change.map_position(row.position, Bias::kAfter) == row.after);
  }
}

TEST_CASE("a span keeps its text and takes no more") {
  struct Row {
    Span before;
    Replacement replacement;
    Span after;
  };
  const Row rows[] = {
      {{2, 5}, {{2, 2}, "++"}, {4, 7}},  // inserted at its start
      {{2, 5}, {{5, 5}, "++"}, {2, 5}},  // at its end
      {{2, 5}, {{3, 3}, "++"}, {2, 7}},  // within
      {{2, 5}, {{2, 5}, "+"}, {2, 3}},   // replaced whole
      {{2, 5}, {{3, 4}, ""}, {2, 4}},    //
      {{2, 5}, {{1, 3}, "++"}, {3, 5}},  // across its start
      {{2, 5}, {{4, 7}, "++"}, {2, 4}},  // across its end
      {{2, 5}, {{1, 7}, "++"}, {1, 1}},  // swallowed
      {{2, 2}, {{2, 2}, "++"}, {2, 2}},  // empty
      {{8, 99}, {{0, 1}, ""}, {7, 9}},   // past the end
  };
  for (const Row& row : rows) CHECK(make(10, {row.replacement}).map_span(row.before) == row.after);
}

TEST_CASE("any change, undone, gives the text before") {
  Random random(1);
  for (unsigned round = 0; round < kRounds; ++round) {
    const Text before(random.text(12));
    const Change change = random.change(before.size());
    const Text after = change.apply(before);
    REQUIRE(after.size() == change.length_after());
    const Change inverse = change.invert(before);
    REQUIRE(inverse.apply(after) == before);
    REQUIRE(inverse.invert(after) == change);
  }
}

TEST_CASE("any two changes composed do what one after the other does, and composing is associative") {
  Random random(2);
  for (unsigned round = 0; round < kRounds; ++round) {
    const Text text(random.text(12));
    const Change a = random.change(text.size());
    const Change b = random.change(a.length_after());
    const Change c = random.change(b.length_after());
    REQUIRE(a.compose(b).apply(text) == b.apply(a.apply(text)));
    REQUIRE(a.compose(b).compose(c) == a.compose(b.compose(c)));
    REQUIRE(a.compose(Change(a.length_after())) == a);
    REQUIRE(Change(text.size()).compose(a) == a);
    REQUIRE(a.compose(b).invert(text) == b.invert(a.apply(text)).compose(a.invert(text)));
  }
}

// Where the replacement that touches `position` ends up, or nothing when none does.
std::optional<Span> touched(const Change& change, Offset position) {
  for (const Replacement& replacement : change.replacements()) {
    const Span span = replacement.span;
    if (span.begin > position || position > span.end) continue;
    const Offset begin = change.map_position(span.begin, Bias::kBefore);
    return Span{begin, begin + static_cast<Offset>(replacement.text.size())};
  }
  return std::nullopt;
}

TEST_CASE("any positions keep their order, and composing agrees wherever the text around was kept") {
  Random random(3);
  for (unsigned round = 0; round < kRounds; ++round) {
    const Text text(random.text(12));
    const Change a = random.change(text.size());
    const Change b = random.change(a.length_after());
    const Change both = a.compose(b);
    Offset previous_before = 0;
    Offset previous_after = 0;
    for (Offset position = 0; position <= text.size(); ++position) {
      const Offset before = a.map_position(position, Bias::kBefore);
      const Offset after = a.map_position(position, Bias::kAfter);
      REQUIRE(previous_before <= before);
      REQUIRE(previous_after <= after);
      REQUIRE(before <= after);
      REQUIRE(after <= a.length_after());
      previous_before = before;
      previous_after = after;

      for (const Bias bias : {Bias::kBefore, Bias::kAfter}) {
        const Offset stepwise = b.map_position(a.map_position(position, bias), bias);
        if (const std::optional<Span> image = touched(both, position)) {
          REQUIRE(image->begin <= stepwise);  // somewhere in the new text: a composed change knows no more
          REQUIRE(stepwise <= image->end);
        } else {
          REQUIRE(both.map_position(position, bias) == stepwise);
        }
      }
    }
  }
}

TEST_CASE("any kept byte is found where its position went") {
  Random random(4);
  for (unsigned round = 0; round < kRounds; ++round) {
    const Text before(random.text(12));
    const Change change = random.change(before.size());
    const Text after = change.apply(before);
    for (Offset position = 0; position < before.size(); ++position) {
      const bool kept = std::none_of(change.replacements().begin(), change.replacements().end(),
                                     [&](const Replacement& r) { return r.span.contains(position); });
      if (!kept) continue;
      const Offset mapped = change.map_position(position, Bias::kAfter);
      REQUIRE(after.bytes()[mapped] == before.bytes()[position]);
    }
  }
}

TEST_CASE("any two texts have a change between") {
  Random random(5);
  for (unsigned round = 0; round < kRounds; ++round) {
    const std::string before = random.text(6);
    const std::string after = random.text(6);
    REQUIRE(applied(Change::between(before, after), before) == after);
  }
}

// A figure for people, not a bar: `text_test -ts=benchmark -ns`.
TEST_CASE("one character in a text of 1 MB" * doctest::test_suite("benchmark") * doctest::skip()) {
  std::string bytes;
  while (bytes.size() < 1'000'000)
    bytes += "Le Premier ministre a présenté, ce matin, la feuille de route.\n";
  const Text text(bytes);
  const Change change = make(text.size(), {{{500'000, 500'000}, "x"}});
  using Clock = CpuClock;
  constexpr int kTimes = 200;

  const auto start = Clock::now();
  std::size_t sum = 0;
  for (int i = 0; i < kTimes; ++i) sum += change.apply(text).size();
  const auto applied_at = Clock::now();
  for (int i = 0; i < kTimes; ++i)
    sum += std::string(bytes.data(), bytes.size() - static_cast<std::size_t>(i)).size();
  const auto copied_at = Clock::now();
  for (int i = 0; i < kTimes; ++i) sum += Text(bytes).line_count();
  const auto rebuilt_at = Clock::now();

  const auto microseconds = [](Clock::duration duration) {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(duration).count() / kTimes / 1000;
  };
  MESSAGE("apply " << microseconds(applied_at - start) << " µs; copy of the bytes "
                   << microseconds(copied_at - applied_at) << " µs; text built anew "
                   << microseconds(rebuilt_at - copied_at) << " µs (" << sum << ')');
}

}  // namespace
}  // namespace depeche
