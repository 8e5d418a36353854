#include "editor/word.h"

#include "doctest/doctest.h"

namespace depeche::editor {
namespace {

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

}  // namespace
}  // namespace depeche::editor
