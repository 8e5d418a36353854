#include "text/grapheme.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "doctest/doctest.h"
#include "tests/support/break_tests.h"
#include "tests/text/random.h"

namespace depeche {
namespace {

using Graphemes = std::vector<std::string>;

Graphemes forward(std::string_view text) {
  Graphemes graphemes;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = next_grapheme(text, at);
    graphemes.emplace_back(text.substr(at, next - at));
    at = next;
  }
  return graphemes;
}

Graphemes backward(std::string_view text) {
  Graphemes graphemes;
  for (std::size_t at = text.size(); at > 0;) {
    const std::size_t previous = previous_grapheme(text, at);
    graphemes.emplace_back(text.substr(previous, at - previous));
    at = previous;
  }
  std::reverse(graphemes.begin(), graphemes.end());
  return graphemes;
}

TEST_CASE("what people see as one character is one") {
  const Graphemes rows[] = {
      {},
      {"é", "t", "é"},
      {"e\u0301", "t", "e\u0301\u0323"},                 // decomposed accents
      {"a", "\r\n", "\n", "\r", "b"},                    // a line ending is one step
      {"\n", "\u0301"},                                  // a mark has no base across a line
      {"1\uFE0F\u20E3", "2"},                            // keycap
      {"\U0001F44B\U0001F3FD", "!"},                     // skin tone
      {"\U0001F469\u200D\U0001F4BB", " "},               // woman, joiner, computer
      {"\U0001F1EB\U0001F1F7", "\U0001F1EA\U0001F1FA"},  // two flags
      {"\U0001F1EB\U0001F1F7", "\U0001F1EA"},            // a flag and a half
      {"\U0001F3F4\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073\U000E007F", "."},  // Wales
      {"\u00A0", "\u202F", "\u2019", "x"},
      {"a\u200D", "b"},       // a joiner joins emoji only
      {"\xC3", "\xFF", "a"},  // malformed
      {"م\u0651", "ש\u05C1"},
      {"क्ष", "त्रि", "य"},              // consonants joined by a virama, and a vowel sign
      {"ᄒ\u1161\u11AB", "한"},        // jamo and a syllable
      {"\u0600\u0661", "x"},           // a prepended mark
      {"\u200B", "a", "\u00AD", "b"},  // controls stand alone
  };
  for (const Graphemes& row : rows) {
    std::string text;
    for (const std::string& grapheme : row) text += grapheme;
    CAPTURE(text);
    CHECK(forward(text) == row);
    CHECK(backward(text) == row);
  }
}

TEST_CASE("Unicode's own tests of graphemes") {
  for (const BreakTest& test : read_break_tests(DEPECHE_UNICODE_DATA, "GraphemeBreakTest.txt")) {
    const Graphemes expected = pieces_of(test);
    std::string text;
    for (const std::string& piece : expected) text += piece;
    CAPTURE(test.row);
    CHECK(forward(text) == expected);
    CHECK(backward(text) == expected);
  }
}

TEST_CASE("marks without end are read in linear time") {
  std::string consonants = "क";
  for (int i = 0; i < 100'000; ++i) consonants += "\u094D";
  CHECK(forward(consonants + "क").size() == 1);
  CHECK(backward(consonants + "क").size() == 1);
}

TEST_CASE("flags without end are read in linear time, and the same both ways") {
  std::string flags;
  for (int i = 0; i < 1'000; ++i) flags += "\U0001F1EB";
  CHECK(forward(flags) == backward(flags));
}

TEST_CASE("from anywhere in any text, steps lead to the boundaries around") {
  Random random(1);
  for (unsigned round = 0; round < 5'000; ++round) {
    const std::string text = random.text(10);
    for (std::size_t at = 0; at <= text.size(); ++at) {
      const std::size_t next = next_grapheme(text, at);
      const std::size_t previous = previous_grapheme(text, at);
      REQUIRE((next > at || at == text.size()));
      REQUIRE((previous < at || at == 0));
      REQUIRE(is_grapheme_boundary(text, next));
      REQUIRE(is_grapheme_boundary(text, previous));
    }
  }
}

}  // namespace
}  // namespace depeche
