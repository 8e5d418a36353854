#include "layout/paragraph.h"

#include "doctest/doctest.h"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "layout/measure.h"
#include "layout/paragraph_cache.h"
#include "tests/layout/fake_metrics.h"

namespace depeche::layout {
namespace {

constexpr float kSize = 10;

ParagraphOptions options(float ems) {
  ParagraphOptions result;
  result.base.size = kSize;
  result.width = ems * kSize;
  return result;
}

Paragraph paragraph(std::string text, const ParagraphOptions& how, std::vector<Run> runs = {}) {
  FakeMetrics metrics;
  return Paragraph({std::move(text), std::move(runs)}, how, metrics);
}

// The lines, one after the other, each between bars; a hyphen shown by a line's end as it is drawn.
std::string lines(const Paragraph& set) {
  std::string result = "|";
  for (const Line& line : set.lines()) {
    result += set.range(line).of(set.text());
    if (line.hyphenated) result += "-";
    result += "|";
  }
  return result;
}

TEST_CASE("lines take all that fits, and spaces hang") {
  struct Row {
    std::string text;
    float ems;
    std::string expected;
  };
  for (const Row& row : {
           Row{"", 5, "||"},
           Row{"un deux", 7, "|un deux|"},
           Row{"un deux", 6, "|un |deux|"},
           Row{"un    deux", 4, "|un    |deux|"},
           Row{"anticonstitution", 6, "|antico|nstitu|tion|"},
           Row{"un anticonst", 6, "|un |antico|nst|"},
           Row{"a\nb\n", 5, "|a|b||"},
           Row{"anti\u00ADconst", 6, "|anti\u00AD-|const|"},
           Row{"anti\u00ADconst", 12, "|anti\u00ADconst|"},
           Row{"4\u00A0000 euros", 6, "|4\u00A0000 |euros|"},
           Row{"porte-avions", 8, "|porte-|avions|"},
           Row{"abc", 0.5F, "|a|b|c|"},
       }) {
    CAPTURE(row.text);
    CHECK(lines(paragraph(row.text, options(row.ems))) == row.expected);
  }
}

TEST_CASE("a paragraph is as high as its lines, each as high as its largest style") {
  const Style large{0, 0, 20, 0};
  const Paragraph set = paragraph("un deux", options(9), {{{3, 7}, large}});
  REQUIRE(set.lines().size() == 2);
  CHECK(set.lines()[0].height == 15);
  CHECK(set.lines()[1].height == 30);
  CHECK(set.lines()[1].y == 15);
  CHECK(set.height() == 45);
  CHECK(set.lines()[0].baseline == 11);  // (15 - 8 - 2) / 2 + 8, rounded
}

TEST_CASE("an object stands for its text, and makes its line as high as it must be") {
  const auto set_with = [](std::string text, Span range, float ems, Object object) {
    return paragraph(std::move(text), options(ems), {{range, {0, 0, kSize, 0}, object}});
  };
  SUBCASE("in the line") {
    const Paragraph set = set_with("un logo, la", {3, 7}, 20, {15, 30});
    REQUIRE(set.lines().size() == 1);
    const Line& line = set.lines()[0];
    CHECK(line.width == 85);   // seven characters and the object
    CHECK(line.height == 34);  // what lay above the baseline, 11, has become 30
    const Box box = set.object_at(3);
    CHECK(box.x == 30);
    CHECK(box.y == 0);
    CHECK(box.y + box.height == line.baseline);
    CHECK(set.caret(7).x == 45);
    std::string room;
    CHECK(set.shape(3, room).empty());
    CHECK(set.object_at(0).width == 0);
    CHECK(set.object_at(11).width == 0);
  }
  SUBCASE("a low one changes nothing") {
    CHECK(set_with("un logo", {3, 7}, 20, {15, 6}).lines()[0].height == 15);
  }
  SUBCASE("a line breaks beside it, but not before a comma, and not in its text") {
    CHECK(lines(set_with("un logo ici, la", {3, 11}, 7, {40, 10})) == "|un |logo ici, |la|");
    CHECK(lines(set_with("aaaalogobbbb", {4, 8}, 5, {40, 10})) == "|aaaa|logo|bbbb|");
  }
  SUBCASE("a point in it is before or behind it") {
    const Paragraph set = set_with("un logo", {3, 7}, 20, {40, 10});
    CHECK(set.offset_at(0, 35) == 3);
    CHECK(set.offset_at(0, 65) == 7);
    CHECK(set.cluster_at(50, 5) == Span{3, 7});
  }
  SUBCASE("its text may begin with a mark, or with a space") {
    CHECK(set_with("e\u0301e", {1, 4}, 20, {40, 10}).object_at(1).width == 40);
    const Paragraph at_end = set_with("un ", {2, 3}, 20, {40, 10});
    CHECK(at_end.lines()[0].width == 60);
  }
  SUBCASE("its text may begin with a mark of what stands two runs before") {
    const Run mark{{1, 3}, {0, 0, kSize, 1}};
    const Run object{{3, 5}, {0, 0, kSize, 0}, Object{40, 10}};
    const Paragraph set = paragraph("e\u0301\u0301 la", options(20), {mark, object});
    CHECK(set.object_at(3).width == 40);
    CHECK(set.object_at(3).x == 10);
  }
  SUBCASE("no line feed of its text ends a line") {
    CHECK(lines(set_with("un logo\n", {3, 8}, 20, {40, 10})) == "|un logo\n|");
    CHECK(lines(set_with("un \nlogo", {3, 8}, 5, {40, 10})) == "|un |\nlogo|");
    const Paragraph wrapped = set_with("un \nlogo", {3, 8}, 5, {40, 10});
    CHECK(wrapped.reach(0) == Span{0, 2});
    CHECK(wrapped.boxes({3, 8}).front().width == 40);
  }
}

TEST_CASE("alignment and indents place the lines") {
  ParagraphOptions how = options(6);
  how.align = Align::kRight;
  CHECK(paragraph("ab ", how).lines()[0].x == 40);
  how.align = Align::kCenter;
  CHECK(paragraph("ab", how).lines()[0].x == 20);
  how.align = Align::kLeft;
  how.first_indent = 10;
  how.continuation_indent = 20;
  const Paragraph set = paragraph("abcd efg", how);
  CHECK(set.lines()[0].x == 10);
  CHECK(set.lines()[1].x == 20);
}

TEST_CASE("balanced lines are about equally long, and no more than without") {
  const auto both = [](const std::string& text, float ems) {
    ParagraphOptions how = options(ems);
    const std::string greedy = lines(paragraph(text, how));
    how.balanced = true;
    return greedy + " " + lines(paragraph(text, how));
  };
  CHECK(both("aaaa bbbb cccc d", 14) == "|aaaa bbbb cccc |d| |aaaa bbbb |cccc d|");
  CHECK(both("aaaa bbbb", 14) == "|aaaa bbbb| |aaaa bbbb|");
  CHECK(both("aa bbbbbbbbbbbb", 13) == "|aa |bbbbbbbbbbbb| |aa |bbbbbbbbbbbb|");
  CHECK(both("bbbbbbbbbbbb aa", 13) == "|bbbbbbbbbbbb |aa| |bbbbbbbbbbbb |aa|");
  CHECK(both("bbbbbbbbbbbbbb aa", 13) == "|bbbbbbbbbbbbb|b aa| |bbbbbbbbb|bbbbb aa|");
  CHECK(both("anti\u00ADconst a", 10) == "|anti\u00ADconst |a| |anti\u00AD-|const a|");
  CHECK(both("", 13) == "|| ||");

  ParagraphOptions centered = options(14);
  centered.align = Align::kCenter;
  centered.balanced = true;
  CHECK(paragraph("aaaa bbbb cccc d", centered).lines()[1].x == 40);  // in the whole width
  centered.width = 20 * kSize;
  CHECK(lines(paragraph("aaaa bbbb cccc dddd e", centered)) == "|aaaa bbbb |cccc dddd e|");
}

TEST_CASE("kerning brings a pair together, not across styles") {
  CHECK(paragraph("AV", options(9)).width() == 18);
  CHECK(paragraph("AV", options(9), {{{0, 1}, {0, 1, kSize, 0}}}).width() == 20);
}

TEST_CASE("spaces that fonts lack have widths of their own") {
  CHECK(paragraph("a\u202Fb", options(9)).width() == doctest::Approx(22));
  CHECK(paragraph("a\u00A0b", options(9)).width() == 30);
  CHECK(paragraph("a\u200Bb", options(9)).width() == 20);
}

TEST_CASE("a caret stands before its character, after a wrap on the second line") {
  const Paragraph set = paragraph("un deux\n", options(5));
  struct Row {
    Offset offset;
    std::size_t line;
    float x;
  };
  for (const Row& row :
       {Row{0, 0, 0}, Row{2, 0, 20}, Row{3, 1, 0}, Row{7, 1, 40}, Row{8, 2, 0}, Row{99, 2, 0}}) {
    CAPTURE(row.offset);
    const Caret caret = set.caret(row.offset);
    CHECK(caret.line == row.line);
    CHECK(caret.x == row.x);
  }
}

TEST_CASE("a point finds the nearest position that shows on its line") {
  const Paragraph set = paragraph("un deux\nx", options(5));
  struct Row {
    float x, y;
    Offset offset;
  };
  for (const Row& row : {Row{-5, -5, 0}, Row{4, 0, 0}, Row{6, 0, 1}, Row{99, 0, 2}, Row{99, 16, 7},
                         Row{0, 16, 3}, Row{99, 99, 9}, Row{0, 99, 8}}) {
    CAPTURE(row.offset);
    CHECK(set.offset_at_point(row.x, row.y) == row.offset);
  }
  const Paragraph broken = paragraph("abcdef", options(3));
  CHECK(broken.offset_at(std::size_t{0}, 99) == 2);  // the end of "abc" would show on the next line
}

TEST_CASE("a selection is one box a line") {
  const Paragraph set = paragraph("un deux\nx", options(5));
  const std::vector<Box> boxes = set.boxes({1, 9});
  REQUIRE(boxes.size() == 3);
  CHECK(boxes[0].x == 10);
  CHECK(boxes[0].width == 20);  // its space hangs, and is selected
  CHECK(boxes[1].width == 43);  // the line feed shows
  CHECK(boxes[2].y == 30);
  CHECK(set.boxes({4, 4}).empty());
}

TEST_CASE("a letter and its marks are measured as one, however many") {
  CHECK(paragraph("e\u0301\u0323t", options(9)).width() == 20);
  CHECK(paragraph("\U0001F469\u200D\U0001F4BB", options(9)).width() == 10);
  std::string heap = "e";
  for (int i = 0; i < 1000; ++i) heap += "\u0301";
  CHECK(drawn_part(heap).size() <= 128);
  CHECK(is_valid_utf8(drawn_part(heap)));
}

// The clusters of a line from left to right, as they are drawn.
std::string shown(const Paragraph& set, const Line& line) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = line.first; i < line.last; ++i) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t one, std::uint32_t other) {
    return set.clusters()[one].x < set.clusters()[other].x;
  });
  std::string result;
  std::string room;
  for (const std::uint32_t index : order) {
    const std::string_view shape = set.shape(index, room);
    for (std::size_t at = 0; at < shape.size();) {
      const Decoded next = decode_utf8(shape, at);
      if (next.code_point == 0x200D)
        result += "~";
      else
        append_utf8(result, next.code_point);
      at += next.size;
    }
  }
  return result;
}

TEST_CASE("text is drawn in its direction, brackets mirrored and Arabic joined") {
  struct Row {
    std::string text;
    std::string shown;
  };
  for (const Row& row : {
           Row{"abc", "abc"},
           Row{"אבג", "גבא"},
           Row{"a אב b", "a בא b"},
           Row{"אב 12 a", "a 12 בא"},
           Row{"(אב)", "(בא)"},
           Row{"ש\u05C1a", "aש\u05C1"},
           Row{"بيت", "~ت~ي~ب~"},
           Row{"دار", "راد"},
           Row{"سلام", "م~لاس~"},
           Row{"ب\u200Cت", "تب\u200C"},
       }) {
    CAPTURE(row.text);
    const Paragraph set = paragraph(row.text, options(99));
    CHECK(shown(set, set.lines()[0]) == row.shown);
  }
}

TEST_CASE("text that begins on the right stands there, line by line") {
  ParagraphOptions how = options(6);
  how.continuation_indent = 10;
  const Paragraph set = paragraph("אב גד הו\nab", how);
  REQUIRE(set.lines().size() == 3);
  CHECK(set.lines()[0].right_to_left);
  CHECK(set.lines()[0].x == 10);  // its space hangs to the left
  CHECK(set.clusters()[0].x == 50);
  CHECK(set.lines()[1].x == 30);  // indented, on the right
  CHECK_FALSE(set.lines()[2].right_to_left);
  CHECK(set.lines()[2].x == 0);
}

TEST_CASE("a line reaches from its first to its last caret, whichever its direction") {
  const Paragraph set = paragraph("אב גד\nab cd", options(3));
  REQUIRE(set.lines().size() == 4);
  CHECK(set.reach(0) == Span{0, 4});  // behind the space, the next line begins
  CHECK(set.reach(1) == Span{5, 9});
  CHECK(set.reach(3) == Span{13, 15});
}

TEST_CASE("carets and points agree where directions meet") {
  const Paragraph set = paragraph("a אב b", options(99));
  CHECK(set.caret(0).x == 0);
  CHECK(set.caret(2).x == 40);  // before alef, on its right
  CHECK(set.caret(4).x == 30);
  CHECK(set.caret(6).x == 40);  // the space after the Hebrew
  CHECK(set.offset_at(0, 21) == 6);
  CHECK(set.offset_at(0, 29) == 4);
  CHECK(set.offset_at(0, 39) == 2);
  CHECK(set.offset_at(0, 99) == 8);
  const std::vector<Box> boxes = set.boxes({0, 4});  // "a " and alef
  REQUIRE(boxes.size() == 2);
  CHECK(boxes[0].width == 20);
  CHECK(boxes[1].x == 30);
  CHECK(set.boxes({0, 8}).size() == 1);
}

TEST_CASE("left and right go from place to place as they are seen") {
  struct Row {
    std::string text;
    Offset from;
    std::vector<Offset> to_the_right, to_the_left;
  };
  const Row rows[] = {
      {"abc", 1, {2, 3}, {0}},     {"a אב b", 0, {1, 4, 6, 7, 8}, {}}, {"a אב b", 8, {}, {7, 6, 4, 1, 0}},
      {"a אב", 1, {6, 4, 2}, {0}}, {"אב a", 0, {}, {2, 4, 6, 5}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Paragraph set = paragraph(row.text, options(99));
    for (const bool right : {true, false}) {
      std::vector<Offset> reached;
      Offset at = row.from;
      while (const auto next = set.beside(at, right)) reached.push_back(at = *next);
      CHECK(reached == (right ? row.to_the_right : row.to_the_left));
    }
  }
}

TEST_CASE("any bytes can be laid out, and every caret position comes back from its own place") {
  std::mt19937 random(7);
  const std::string_view pieces[] = {"a",
                                     " ",
                                     "\n",
                                     "é",
                                     "e\u0301",
                                     "\xFF",
                                     std::string_view("\0", 1),
                                     "\u00AD",
                                     "-",
                                     "\U0001F1EB\U0001F1F7",
                                     "\u202F",
                                     "\t",
                                     "漢",
                                     "«",
                                     "»",
                                     "!",
                                     "\r\n",
                                     "א",
                                     "ب",
                                     "ل",
                                     "ا",
                                     "(",
                                     "1",
                                     "\u202E"};
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (auto n = random() % 40; n > 0; --n) text += pieces[random() % std::size(pieces)];
    const Paragraph set = paragraph(text, options(static_cast<float>(1 + random() % 12)));
    CAPTURE(text);

    Offset reached = 0;
    for (const Line& line : set.lines()) {
      CHECK(line.first == reached);
      reached = line.last;
    }
    CHECK(reached == set.clusters().size());
    for (const Cluster& cluster : set.clusters()) {
      if (cluster.advance == 0) continue;
      const Caret caret = set.caret(cluster.offset);
      const float quarter = cluster.advance / 4;
      const bool turned = is_right_to_left(cluster.level);
      CHECK(set.offset_at(caret.line, cluster.x + (turned ? 3 * quarter : quarter)) == cluster.offset);
    }
  }
}

TEST_CASE("a long text without a space takes linear time") {
  CHECK(paragraph(std::string(200000, 'x'), options(50)).lines().size() == 4000);
}

TEST_CASE("the cache lays out only what changed") {
  FakeMetrics metrics;
  ParagraphCache cache(metrics);
  const auto first = cache.get({"un", {}}, options(5));
  CHECK(cache.get({"un", {}}, options(5)) == first);
  CHECK(cache.layouts() == 1);
  cache.get({"un", {}}, options(6));
  cache.get({"un", {{{0, 1}, {1, 0, kSize, 0}}}}, options(5));
  CHECK(cache.layouts() == 3);

  for (int i = 0; i < 3; ++i) cache.get({std::string(200000, static_cast<char>('a' + i)), {}}, options(50));
  cache.get({"un", {}}, options(5));
  CHECK(cache.layouts() == 7);  // two generations on, "un" had been dropped
  cache.clear();
  cache.get({"un", {}}, options(5));
  CHECK(cache.layouts() == 8);
}

}  // namespace
}  // namespace depeche::layout
