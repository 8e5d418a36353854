#include "editor/movement.h"

#include "doctest/doctest.h"
#include "tests/editor/notation.h"

namespace depeche::editor {
namespace {

struct Row {
  std::string_view before;
  Unit unit;
  Direction direction;
  std::string_view after;
};

constexpr Direction kBackward = Direction::kBackward;
constexpr Direction kForward = Direction::kForward;

TEST_CASE("the caret moves") {
  const Row rows[] = {
      {"|é!", Unit::kGrapheme, kForward, "é|!"},
      {"é|!", Unit::kGrapheme, kBackward, "|é!"},
      {"e\u0301|!", Unit::kGrapheme, kBackward, "|e\u0301!"},
      {"a|\r\nb", Unit::kGrapheme, kForward, "a\r\n|b"},
      {"|a", Unit::kGrapheme, kBackward, "|a"},
      {"a|", Unit::kGrapheme, kForward, "a|"},
      {"a^bc|d", Unit::kGrapheme, kForward, "abc|d"},  // out of a selection, at its edge
      {"a^bc|d", Unit::kGrapheme, kBackward, "a|bcd"},
      {"a|bc^d", Unit::kGrapheme, kForward, "abc|d"},

      {"|le mot.", Unit::kWord, kForward, "le| mot."},
      {"le| mot.", Unit::kWord, kForward, "le mot|."},
      {"le mot|.", Unit::kWord, kForward, "le mot.|"},
      {"le mot.|", Unit::kWord, kBackward, "le mot|."},
      {"le mo|t.", Unit::kWord, kBackward, "le |mot."},
      {"|l’État", Unit::kWord, kForward, "l|’État"},
      {"l’État|", Unit::kWord, kBackward, "l’|État"},
      {"|**gras**", Unit::kWord, kForward, "**|gras**"},
      {"un|\n\n deux", Unit::kWord, kForward, "un\n\n deux|"},
      {"4\u202F000|\u00A0€", Unit::kWord, kBackward, "4\u202F|000\u00A0€"},
      {"un |  ", Unit::kWord, kForward, "un   |"},
      {" |un", Unit::kWord, kBackward, "| un"},

      {"un\nd|eux\r\n", Unit::kLine, kBackward, "un\n|deux\r\n"},
      {"un\nd|eux\r\n", Unit::kLine, kForward, "un\ndeux|\r\n"},
      {"un\n\nde|ux\ntrois\n\nfin", Unit::kParagraphEdge, kForward, "un\n\ndeux\ntrois|\n\nfin"},
      {"un\n\ndeux\ntrois|\n\nfin\n", Unit::kParagraphEdge, kForward, "un\n\ndeux\ntrois\n\nfin|\n"},
      {"un\n\ndeux\ntr|ois", Unit::kParagraphEdge, kBackward, "un\n\n|deux\ntrois"},
      {"un\n\n|deux", Unit::kParagraphEdge, kBackward, "|un\n\ndeux"},
      {"un|\n\n", Unit::kParagraphEdge, kForward, "un\n\n|"},
      {"un\nd|eux", Unit::kDocument, kBackward, "|un\ndeux"},
      {"u|n\ndeux", Unit::kDocument, kForward, "un\ndeux|"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.before);
    const EditorState state = state_of(row.before);
    CHECK(notation_after(state, move_caret(state, row.unit, row.direction)) == row.after);
  }
}

TEST_CASE("the selection extends, from its anchor") {
  const Row rows[] = {
      {"a|b", Unit::kGrapheme, kForward, "a^b|"},     {"^ab|", Unit::kGrapheme, kBackward, "^a|b"},
      {"^a|b", Unit::kGrapheme, kBackward, "|ab"},    {"a^b|", Unit::kDocument, kBackward, "|a^b"},
      {"un |mot", Unit::kWord, kForward, "un ^mot|"}, {"un mo|t\n", Unit::kLine, kBackward, "|un mo^t\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.before);
    const EditorState state = state_of(row.before);
    CHECK(notation_after(state, extend_selection(state, row.unit, row.direction)) == row.after);
  }
}

TEST_CASE("a click places, a double click takes the word, a triple click the line") {
  const EditorState state = state_of("|Le mot,\r\nfin");
  CHECK(notation_after(state, place_caret(state, 5)) == "Le mo|t,\r\nfin");
  CHECK(notation_after(state, extend_selection_to(state, 5)) == "^Le mo|t,\r\nfin");
  CHECK(notation_after(state, select_word(state, 4)) == "Le ^mot|,\r\nfin");
  CHECK(notation_after(state, select_word(state, 6)) ==
        "Le ^mot|,\r\nfin");  // the word before, not the comma
  CHECK(notation_after(state, select_word(state, 7)) == "Le mot^,|\r\nfin");
  CHECK(notation_after(state, select_line(state, 4)) == "^Le mot,\r\n|fin");
  CHECK(notation_after(state, select_line(state, 10)) == "Le mot,\r\n^fin|");
  CHECK(notation_after(state, select_all(state)) == "^Le mot,\r\nfin|");
  CHECK(notation_after(state, place_caret(state, 99)) == "Le mot,\r\nfin|");
}

TEST_CASE("what moves nothing is no transaction") {
  const EditorState state = state_of("|a");
  CHECK_FALSE(move_caret(state, Unit::kGrapheme, kBackward));
  CHECK_FALSE(move_caret(state, Unit::kLine, kBackward));
  CHECK_FALSE(place_caret(state, 0));
  CHECK_FALSE(select_all(state_of("^a|")));
}

}  // namespace
}  // namespace depeche::editor
