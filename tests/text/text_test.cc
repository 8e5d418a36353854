#include "text/text.h"

#include <vector>

#include "doctest/doctest.h"

namespace depeche {
namespace {

using Lines = std::vector<std::string_view>;

Lines lines_of(const Text& text, Span (Text::*line)(LineNumber) const) {
  Lines lines;
  for (std::uint32_t number = 0; number < text.line_count(); ++number)
    lines.push_back(text.bytes((text.*line)(LineNumber{number})));
  return lines;
}

TEST_CASE("a line ends after LF, CRLF or a lone CR, and the last one may be empty") {
  struct Row {
    std::string_view text;
    Lines lines;
    Lines with_endings;
  };
  const Row rows[] = {
      {"", {""}, {""}},
      {"un", {"un"}, {"un"}},
      {"un\n", {"un", ""}, {"un\n", ""}},
      {"un\ndeux", {"un", "deux"}, {"un\n", "deux"}},
      {"un\r\ndeux\r\n", {"un", "deux", ""}, {"un\r\n", "deux\r\n", ""}},
      {"un\rdeux\r", {"un", "deux", ""}, {"un\r", "deux\r", ""}},
      {"\n\n", {"", "", ""}, {"\n", "\n", ""}},
      {"\r\n\r", {"", "", ""}, {"\r\n", "\r", ""}},
      {"\n\r", {"", "", ""}, {"\n", "\r", ""}},
      {"\r\r\n\n", {"", "", "", ""}, {"\r", "\r\n", "\n", ""}},
      {"a\v\f\xE2\x80\xA8z",
       {"a\v\f\xE2\x80\xA8z"},
       {"a\v\f\xE2\x80\xA8z"}},  // no other character ends a line
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Text text{std::string(row.text)};
    CHECK(lines_of(text, &Text::line) == row.lines);
    CHECK(lines_of(text, &Text::line_with_ending) == row.with_endings);
  }
}

TEST_CASE("an offset lies in one line, and reads as a line and a column of code points") {
  struct Row {
    Offset offset;
    std::uint32_t line;
    Position position;
  };
  const Text text("né\r\n\xF0\x9F\x87\xAB!\rfin");
  const Row rows[] = {
      {0, 0, {1, 1}}, {1, 0, {1, 2}},  {3, 0, {1, 3}},  {5, 1, {2, 1}},
      {9, 1, {2, 2}}, {10, 1, {2, 3}}, {11, 2, {3, 1}}, {14, 2, {3, 4}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.offset);
    CHECK(static_cast<std::uint32_t>(text.line_at(row.offset)) == row.line);
    CHECK(text.position(row.offset) == row.position);
    CHECK(text.offset(row.position) == row.offset);
  }
  CHECK(text.position(4) == Position{1, 3});  // between CR and LF
}

TEST_CASE("offsets, lines and positions past an end stand for that end") {
  const Text text("un\ndeux");
  CHECK(text.position(99) == Position{2, 5});
  CHECK(static_cast<std::uint32_t>(text.line_at(99)) == 1);
  CHECK(text.line(LineNumber{7}) == Span{3, 7});
  CHECK(text.bytes({5, 99}) == "ux");
  CHECK(text.bytes({5, 2}) == "");
  CHECK(text.offset({1, 99}) == 2);
  CHECK(text.offset({9, 1}) == 7);
  CHECK(text.offset({0, 0}) == 0);
}

TEST_CASE("new lines are to end as the first one does") {
  CHECK(Text("un").line_ending() == "\n");
  CHECK(Text("un\n").line_ending() == "\n");
  CHECK(Text("un\r\ndeux\n").line_ending() == "\r\n");
  CHECK(Text("\rdeux\n").line_ending() == "\r");
}

TEST_CASE("bytes are kept as they came, and copies share them") {
  const std::string bytes("\xEF\xBB\xBF\xFF\0\r\n\x80", 8);
  const Text text(bytes);
  const Text copy = text;  // NOLINT: the copy is what is tested
  CHECK(text.bytes() == bytes);
  CHECK(copy.bytes().data() == text.bytes().data());
  CHECK(copy == text);
  CHECK(Text("a") == Text("a"));
  CHECK_FALSE(Text("a") == Text("b"));
}

}  // namespace
}  // namespace depeche
