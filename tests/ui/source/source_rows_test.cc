#include "ui/source/source_rows.h"

#include <random>
#include <string>

#include "base/utf8.h"
#include "doctest/doctest.h"

namespace depeche::ui {
namespace {

TEST_CASE("a row is a line, or a part of a long one") {
  const SourceRows rows(Text("un\r\ndeux\n"));
  REQUIRE(rows.size() == 3);
  CHECK(rows.span(0) == Span{0, 2});
  CHECK(rows.span(1) == Span{4, 8});
  CHECK(rows.span(2) == Span{9, 9});
  CHECK(rows.row_at(3) == 0);
  CHECK(rows.row_at(99) == 2);

  std::string text;
  while (text.size() < 3 * kLongestRow) text += "é ";
  const SourceRows parts{Text(text)};
  REQUIRE(parts.size() > 2);
  Offset reached = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    CHECK(parts.span(i).begin == reached);
    CHECK(parts.span(i).size() <= kLongestRow);
    CHECK(is_code_point_boundary(text, parts.span(i).begin));
    reached = parts.span(i).end;
  }
  CHECK(reached == text.size());
}

TEST_CASE("rows that follow a change are those of the text after, and the same outside of what differs") {
  std::mt19937 random(2);
  for (int round = 0; round < 2000; ++round) {
    const std::size_t longest_word = round % 8 == 0 ? 6000 : 1;  // now and then lines are cut
    const auto random_text = [&](std::size_t most_words) {
      std::string text;
      for (auto n = random() % most_words; n > 0; --n) {
        text.append(random() % longest_word, 'a');
        text += "ab\n\r  "[random() % (longest_word > 1 ? 6 : 5)];
      }
      return text;
    };
    const std::string before = random_text(60);
    std::string after = before;
    const std::size_t at = random() % (before.size() + 1);
    const std::size_t replaced = std::min<std::size_t>(random() % 5, before.size() - at);
    const std::string inserted = random_text(5);
    after.replace(at, replaced, inserted);
    const auto change =
        Change::of(static_cast<Offset>(before.size()),
                   {{{static_cast<Offset>(at), static_cast<Offset>(at + replaced)}, inserted}});
    REQUIRE(change);
    const SourceRows old_rows{Text(before)};
    const SourceRows new_rows{Text(after)};
    SourceRows followed = old_rows;
    const RowChange rows = followed.follow(Text(after), *change);
    REQUIRE(followed.size() == new_rows.size());
    for (std::size_t i = 0; i < new_rows.size(); ++i) CHECK(followed.span(i) == new_rows.span(i));

    REQUIRE(old_rows.size() - rows.removed + rows.added == new_rows.size());
    const auto row = [](const SourceRows& of, std::size_t i) { return of.span(i).of(of.text().bytes()); };
    for (std::size_t i = 0; i < rows.first; ++i) CHECK(row(old_rows, i) == row(new_rows, i));
    for (std::size_t i = rows.first + rows.added; i < new_rows.size(); ++i) {
      CHECK(row(new_rows, i) == row(old_rows, i - rows.added + rows.removed));
    }
  }
}

}  // namespace
}  // namespace depeche::ui
