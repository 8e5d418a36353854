#include "editor/word.h"

#include <string>
#include <vector>

#include "doctest/doctest.h"

namespace depeche::editor {
namespace {

// By steps forward: each is the spaces before a run, and the run.
std::vector<std::string> steps_of(std::string_view text) {
  std::vector<std::string> steps;
  for (Offset at = 0; at < text.size();) {
    const Offset next = next_word_end(text, at);
    steps.emplace_back(text.substr(at, next - at));
    at = next;
  }
  return steps;
}

std::vector<std::string> steps_back(std::string_view text) {
  std::vector<std::string> steps;
  for (auto at = static_cast<Offset>(text.size()); at > 0;) {
    const Offset previous = previous_word_start(text, at);
    steps.insert(steps.begin(), std::string(text.substr(previous, at - previous)));
    at = previous;
  }
  return steps;
}

TEST_CASE("characters are letters, spaces or signs") {
  for (const char32_t word : {U'a', U'7', U'_', U'é', U'œ', U'Ÿ', U'Ω', U'Ж', U'م', U'東', U'\u0301', U'ª'})
    CHECK(kind_of(word) == CharacterKind::kWord);
  for (const char32_t space : {U' ', U'\t', U'\n', U'\u00A0', U'\u202F', U'\u2009', U'\u3000'})
    CHECK(kind_of(space) == CharacterKind::kSpace);
  for (const char32_t sign :
       {U'.', U'\'', U'’', U'«', U'»', U'–', U'€', U'×', U'→', U'\U0001F600', U'\uFFFD', U'\0'})
    CHECK(kind_of(sign) == CharacterKind::kSign);
}

TEST_CASE("the word at an offset") {
  struct Row {
    std::string_view text;
    Offset offset;
    Span word;
  };
  const Row rows[] = {
      {"le mot", 3, {3, 6}}, {"le mot", 2, {0, 2}}, {"le mot", 6, {3, 6}},   {"le  mot", 3, {2, 4}},
      {"mot !", 5, {4, 5}},  {"mot\n", 4, {4, 4}},  {"mot\nfin", 3, {0, 3}}, {"mot\nfin", 4, {4, 7}},
      {"", 0, {0, 0}},       {"mot", 99, {0, 3}},   {" \r\n ", 2, {2, 2}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CAPTURE(row.offset);
    const Span word = word_at(row.text, row.offset);
    CHECK(word.begin == row.word.begin);
    CHECK(word.end == row.word.end);
  }
}

TEST_CASE("a text is cut into words and signs") {
  using Steps = std::vector<std::string>;
  const Steps rows[] = {
      {"L", "’", "État", ",", " c", "'", "est", " aujourd’hui"},
      {"Qu", "’", "une", " prud’homme", " d", "’", "aujourd’hui"},
      {"rock'n'roll", "\n"},
      {"«", "\u00A03,14", "\u202F%", "\u00A0»"},
      {"4", "\u202F000", "\u00A0€"},
      {"[", "exemple.fr", "](", "https", "://", "exemple.fr", "/", "a_b", ")"},
      {"**", "gras", "**", " à", "-", "côté"},
      {"title", ":", "Un"},
      {"e\u0301te\u0301", "  \U0001F469\u200D\U0001F4BB\U0001F600"},
      {"東京", "カタカナ", "abc", "ภาษาไทย"},
      {"שלום", " عالم"},
  };
  for (const Steps& row : rows) {
    std::string text;
    for (const std::string& step : row) text += step;
    CAPTURE(text);
    CHECK(steps_of(text) == row);
  }
  CHECK(steps_back("L’État, aujourd’hui ») ") == Steps{"L", "’", "État", ", ", "aujourd’hui ", "») "});
}

}  // namespace
}  // namespace depeche::editor
