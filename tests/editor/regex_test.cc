#include "editor/regex.h"

#include <random>
#include <regex>
#include <string>

#include "doctest/doctest.h"

namespace depeche::editor {
namespace {

constexpr Folding kExact{false, false};

// The first match, marked with brackets in the text; the text alone when there is none.
std::string marked(std::string_view pattern, std::string_view text, Folding folding = kExact) {
  const Result<Regex> regex = Regex::compile(pattern, folding);
  if (!regex.ok()) return regex.problem().key;
  RegexScan scan(*regex, text, 0);
  std::size_t work = 1 << 24;
  std::string result(text);
  if (scan.run(work) != RegexScan::Outcome::kMatch) return result;
  result.insert(scan.match().end, 1, ']');
  result.insert(scan.match().begin, 1, '[');
  return result;
}

TEST_CASE("patterns match as documented") {
  struct Row {
    std::string_view pattern;
    std::string_view text;
    std::string_view marked;
  };
  const Row rows[] = {
      {"b", "abc", "a[b]c"},
      {"x", "abc", "abc"},
      {"b.", "ab\nbc", "ab\n[bc]"},
      {".+", "é\nb", "[é]\nb"},
      {"a|ab", "ab", "[a]b"},  // the preferred, not the longest
      {"ab|a", "ab", "[ab]"},
      {"a*", "aaab", "[aaa]b"},
      {"a*?b", "aaab", "[aaab]"},
      {"<.*>", "<a><b>", "[<a><b>]"},
      {"<.*?>", "<a><b>", "[<a>]<b>"},
      {"a+?", "aaa", "[a]aa"},
      {"colou?r", "color", "[color]"},
      {"\\d{4}", "le 12 mai 2019", "le 12 mai [2019]"},
      {"\\d{2,3}", "12345", "[123]45"},
      {"\\d{2,3}?", "12345", "[12]345"},
      {"\\d{2,}", "1 23456", "1 [23456]"},
      {"x{0}y", "xy", "x[y]"},
      {"a{,2}", "a{,2}", "[a{,2}]"},  // no number of repeats: a brace
      {"{", "{", "[{]"},
      {"(ab)+", "ababa", "[abab]a"},
      {"(?:ab|c)+", "abcab", "[abcab]"},
      {"(a*)*b", "aab", "[aab]"},
      {"(a|b)*c|d", "abd", "ab[d]"},
      {"[abc]+", "xbacx", "x[bac]x"},
      {"[^abc]+", "abxyc", "ab[xy]c"},
      {"[a-f]+", "zabcfz", "z[abcf]z"},
      {"[-a]+", "b-a", "b[-a]"},
      {"[]a]+", "b]a", "b[]a]"},
      {"[\\d.]+", "v1.2", "v[1.2]"},
      {"[à-ü]+", "aéü", "a[éü]"},
      {"\\w+", " l’été_2 ", " [l]’été_2 "},
      {"\\W", "été !", "été[ ]!"},
      {"\\s", "a\u00A0b", "a[\u00A0]b"},
      {"\\S+", " ab ", " [ab] "},
      {"\\D+", "12ab", "12[ab]"},
      {"\\bmot\\b", "motif mot", "motif [mot]"},
      {"\\Bo", "o mot", "o m[o]t"},
      {"^b", "a\nb", "a\n[b]"},
      {"^b", "a\r\nb", "a\r\n[b]"},
      {"a$", "ba\r\nc", "b[a]\r\nc"},
      {"a\\nb", "a\r\nb", "[a\r\nb]"},
      {"a\\nb", "a\nb", "[a\nb]"},
      {"\\n\\n", "a\n\nb", "a[\n\n]b"},
      {"\\.\\*\\\\", ".*\\", "[.*\\]"},
      {"\\t", "a\tb", "a[\t]b"},
      {"", "ab", "[]ab"},
      {"$", "ab", "ab[]"},
      {"😀+", "a😀😀", "a[😀😀]"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.pattern);
    CAPTURE(row.text);
    CHECK(marked(row.pattern, row.text) == row.marked);
  }
}

TEST_CASE("case and accents count or not") {
  CHECK(marked("ÉTÉ", "un été", {true, false}) == "un [été]");
  CHECK(marked("ete", "un Été", {true, true}) == "un [Été]");
  CHECK(marked("[A-Z]+", "abc", {true, false}) == "[abc]");
  CHECK(marked("[a-z]+", "ÉTÉ", {true, true}) == "[ÉTÉ]");
  CHECK(marked("[a-z]+", "ÉTÉ", {true, false}) == "É[T]É");
  CHECK(marked("[^a]", "A", {true, true}) == "A");
  CHECK(marked("Ete", "ete Été", {false, true}) == "ete [Été]");
  CHECK(marked("l'", "l’État", {true, true}) == "[l’]État");
}

TEST_CASE("a pattern that is wrong says how") {
  struct Row {
    std::string_view pattern;
    std::string_view problem;
  };
  const Row rows[] = {
      {"(a", "find/unclosed-group"},     {"a)", "find/unopened-group"},
      {"[a", "find/unclosed-class"},     {"[]", "find/unclosed-class"},
      {"[z-a]", "find/bad-range"},       {"*a", "find/nothing-to-repeat"},
      {"a|+", "find/nothing-to-repeat"}, {"a{3,2}", "find/bad-repeat"},
      {"a{9999}", "find/bad-repeat"},    {"\\", "find/bad-escape"},
      {"\\q", "find/bad-escape"},        {"(a{1000}){1000}", "find/too-complex"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.pattern);
    CHECK(marked(row.pattern, "a") == row.problem);
  }
  CHECK(marked(std::string(200, '(') + std::string(200, ')'), "a") == "find/too-complex");
  CHECK(marked(std::string(2000, 'a'), "a") == "find/too-complex");
}

TEST_CASE("replacements name groups") {
  struct Row {
    std::string_view pattern;
    std::string_view text;
    std::string_view replacement;
    std::string_view result;
  };
  const Row rows[] = {
      {"(\\d+)/(\\d+)", "12/05", "$2-$1", "05-12"},
      {"(a)|(b)", "b", "<$1$2>", "<b>"},
      {"a.", "ab", "$&$0$$", "abab$"},
      {"a", "a", "x\\ny\\tz\\\\", "x\ny\tz\\"},
      {"a", "a", "$", "$"},
      {"a", "a", "$7", ""},
      {"(a)+", "aaa", "$1", "a"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.pattern);
    const Result<Regex> regex = Regex::compile(row.pattern, kExact);
    REQUIRE(regex.ok());
    std::size_t work = 10000;
    RegexScan scan(*regex, row.text, 0, regex->slots());
    scan.anchor();
    REQUIRE(scan.run(work) == RegexScan::Outcome::kMatch);
    REQUIRE(scan.match() == Span{0, static_cast<Offset>(row.text.size())});
    CHECK(expand_replacement(row.replacement, row.text, scan.groups(), "\n", 100) == row.result);
  }
}

TEST_CASE("as the standard library's backtracking engine, on random patterns") {
  std::mt19937 random(7);
  const std::string_view pieces[] = {"a",    "b",     "ab",     ".",       "[ab]",
                                     "[^a]", "(a|b)", "(ab|a)", "(?:a|b)", "\\b"};
  const std::string_view repeats[] = {"", "", "", "*", "+", "?", "*?", "{1,2}"};
  for (int round = 0; round < 3000; ++round) {
    std::string pattern;
    for (auto n = 1 + random() % 4; n > 0; --n) {
      const std::string_view piece = pieces[random() % std::size(pieces)];
      pattern += piece;
      if (piece != "\\b") pattern += repeats[random() % std::size(repeats)];
      if (random() % 8 == 0 && n > 1) pattern += '|';
    }
    std::string text;
    for (auto n = random() % 12; n > 0; --n) text += "abc "[random() % 4];
    std::string expected = text;
    std::smatch match;
    if (std::regex_search(text, match, std::regex(pattern))) {
      const auto begin = static_cast<std::size_t>(match.position(0));
      expected.insert(begin + static_cast<std::size_t>(match.length(0)), 1, ']');
      expected.insert(begin, 1, '[');
    }
    CAPTURE(pattern);
    CAPTURE(text);
    CHECK(marked(pattern, text) == expected);
  }
}

TEST_CASE("a scan takes no more than its share of work at a time, and ends") {
  const Result<Regex> regex = Regex::compile("(a|a|b)*c", kExact);
  REQUIRE(regex.ok());
  const std::string text(20000, 'a');
  RegexScan scan(*regex, text, 0);
  std::size_t slices = 0;
  std::size_t work = 0;
  do {
    work = 10000;
    ++slices;
  } while (scan.run(work) == RegexScan::Outcome::kUnfinished && slices < 1000);
  CHECK(slices > 10);
  CHECK(slices < 100);
}

}  // namespace
}  // namespace depeche::editor
