#include "text/word_break.h"

#include <string>
#include <vector>

#include "base/utf8.h"
#include "doctest/doctest.h"
#include "tests/support/break_tests.h"

namespace depeche {
namespace {

using Words = std::vector<std::string>;

Words words_of(std::string_view text) {
  Words words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at + 1;
    while (!is_word_boundary(text, next)) ++next;
    words.emplace_back(text.substr(at, next - at));
    at = next;
  }
  return words;
}

TEST_CASE("a text is cut into its words") {
  const Words rows[] = {
      {},
      {"un", " ", "mot", "."},
      {"l'été", ",", " ", "aujourd’hui"},
      {"3,14", " ", "a.b", " ", "v2"},
      {"e\u0301te\u0301", "\r\n", "fin"},
      {"a", "  ", "b"},
      {"snake_case"},
      {"\U0001F469\u200D\U0001F4BB", "\U0001F1EB\U0001F1F7", "\U0001F1EA\U0001F1FA"},
      {"東", "京"},
      {"カタカナ"},
      {"צה\"ל", "\""},
      {"\xC3", "a", "\xFF"},
  };
  for (const Words& row : rows) {
    std::string text;
    for (const std::string& word : row) text += word;
    CAPTURE(text);
    CHECK(words_of(text) == row);
  }
}

TEST_CASE("Unicode's own tests of words") {
  for (const BreakTest& test : read_break_tests(DEPECHE_UNICODE_DATA, "WordBreakTest.txt")) {
    const Words expected = pieces_of(test);
    std::string text;
    for (const std::string& piece : expected) text += piece;
    CAPTURE(test.row);
    CHECK(words_of(text) == expected);
  }
}

TEST_CASE("marks and flags without end are read in linear time") {
  std::string marks = "a";
  for (int i = 0; i < 100'000; ++i) marks += "\u0301";
  CHECK(words_of(marks + "’" + marks).size() == 1);
  std::string flags;
  for (int i = 0; i < 10'000; ++i) flags += "\U0001F1EB";
  CHECK(words_of(flags).size() >= 5'000);
}

}  // namespace
}  // namespace depeche
