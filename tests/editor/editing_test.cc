#include "editor/editing.h"

#include "doctest/doctest.h"
#include "tests/editor/notation.h"

namespace depeche::editor {
namespace {

constexpr Direction kBackward = Direction::kBackward;
constexpr Direction kForward = Direction::kForward;

TEST_CASE("text comes in the place of the selection") {
  struct Row {
    std::string_view before;
    std::string_view text;
    std::string_view after;
  };
  const Row rows[] = {
      {"Bon|", "jour", "Bonjour|"},
      {"^Bon|jour", "A", "A|jour"},
      {"|Bon^jour", "A", "A|jour"},
      {"un\r\n|", "a\nb\rc\r\nd", "un\r\na\r\nb\r\nc\r\nd|"},  // lines end as the document's do
      {"un\n|", "a\r\n\r\nb\r", "un\na\n\nb\n|"},
      {"|", "a\r\n", "a\n|"},
      {"^un|", "", "|"},
      {"un|", "", "un|"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.before);
    const EditorState state = state_of(row.before);
    CHECK(notation_after(state, insert_text(state, row.text)) == row.after);
  }
}

TEST_CASE("Backspace and Delete take what they reach") {
  struct Row {
    std::string_view before;
    Unit unit;
    Direction direction;
    std::string_view after;
  };
  const Row rows[] = {
      {"Boné|jour", Unit::kGrapheme, kBackward, "Bon|jour"},
      {"Bon|éjour", Unit::kGrapheme, kForward, "Bon|jour"},
      {"e\u0301|", Unit::kGrapheme, kBackward, "|"},
      {"\U0001F1EB\U0001F1F7|", Unit::kGrapheme, kBackward, "|"},
      {"a\r\n|b", Unit::kGrapheme, kBackward, "a|b"},
      {"a|\r\nb", Unit::kGrapheme, kForward, "a|b"},
      {"|a", Unit::kGrapheme, kBackward, "|a"},
      {"a|", Unit::kGrapheme, kForward, "a|"},
      {"^Bon|jour", Unit::kGrapheme, kForward, "|jour"},
      {"^Bon|jour", Unit::kWord, kBackward, "|jour"},
      {"un mot|", Unit::kWord, kBackward, "un |"},
      {"un mot |", Unit::kWord, kBackward, "un |"},
      {"|un mot", Unit::kWord, kForward, "| mot"},
      {"un\n|deux", Unit::kWord, kBackward, "un|deux"},      // a line's end alone
      {"un\n  |deux", Unit::kWord, kBackward, "un\n|deux"},  // and not beyond it
      {"un|  \ndeux", Unit::kWord, kForward, "un|\ndeux"},
      {"un mot|\nfin", Unit::kLine, kBackward, "|\nfin"},
      {"un |mot\nfin", Unit::kLine, kForward, "un |\nfin"},
      {"un |mot\nfin", Unit::kDocument, kForward, "un |\nfin"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.before);
    const EditorState state = state_of(row.before);
    CHECK(notation_after(state, delete_text(state, row.unit, row.direction)) == row.after);
  }
  CHECK_FALSE(delete_text(state_of("|a"), Unit::kGrapheme, kBackward));
  CHECK_FALSE(delete_selection(state_of("a|b")));
  CHECK(notation_after(state_of("a^b|c"), delete_selection(state_of("a^b|c"))) == "a|c");
}

TEST_CASE("edits made elsewhere leave the selection on its text") {
  const EditorState state = state_of("titre: un\n\nle ^mot|");
  CHECK(notation_after(state, replace(state, {{{7, 9}, "deux"}})) == "titre: deux\n\nle ^mot|");
  CHECK_FALSE(replace(state, {{{7, 99}, "deux"}}));
  CHECK_FALSE(replace(state, {{{7, 9}, ""}, {{8, 9}, ""}}));
  CHECK_FALSE(replace(state, {}));
}

TEST_CASE("the text of a foreign field becomes the change between") {
  const EditorState state = state_of("le mot|");
  const auto typed = replace_all(state, "le motif", Selection::caret(8), UserEvent::kTyping);
  REQUIRE(typed);
  CHECK(typed->change.replacements() == std::vector<Replacement>{{{6, 6}, "if"}});
  CHECK(notation_after(state, typed) == "le motif|");
  CHECK_FALSE(replace_all(state, "le mot", Selection::caret(6), UserEvent::kTyping));
  CHECK(notation_after(state, replace_all(state, "le mot", Selection::caret(2), UserEvent::kTyping)) ==
        "le| mot");
}

TEST_CASE("deletion up to a place") {
  CHECK(notation_after(state_of("un mot|"), delete_to(state_of("un mot|"), 3)) == "un |");
  CHECK(notation_after(state_of("un| mot"), delete_to(state_of("un| mot"), 6)) == "un|");
  CHECK(notation_after(state_of("^un| mot"), delete_to(state_of("^un| mot"), 6)) == "| mot");
  CHECK_FALSE(delete_to(state_of("un|"), 2));
}

TEST_CASE("selected text is moved and copied") {
  struct Row {
    std::string_view before;
    Offset to;
    bool copied;
    std::string_view after;
  };
  const Row rows[] = {
      {"^un |deux trois", 8, false, "deux ^un |trois"},
      {"un deux ^trois|", 0, false, "^trois|un deux "},
      {"un |deux ^trois", 13, false, "un trois^deux |"},
      {"^un |deux", 7, true, "un deux^un |"},
      {"^un |deux", 3, true, "un ^un |deux"},
      {"a^\r\nb|c", 4, false, "a^\r\nb|c"},  // to its own edge, and into itself
      {"a^bcd|e", 2, false, "a^bcd|e"},
      {"a^bcd|e", 2, true, "a^bcd|e"},
      {"ab|cd", 0, false, "ab|cd"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.before);
    const EditorState state = state_of(row.before);
    const auto moved = move_selection(state, row.to, row.copied);
    CHECK(notation_after(state, moved) == row.after);
    if (moved) CHECK(apply(state, *moved).history.undoable() != nullptr);
  }
}

}  // namespace
}  // namespace depeche::editor
