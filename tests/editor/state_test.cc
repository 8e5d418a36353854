#include "editor/state.h"

#include <chrono>

#include "base/utf8.h"
#include "doctest/doctest.h"
#include "editor/commands.h"
#include "tests/editor/notation.h"
#include "tests/support/cpu_clock.h"
#include "tests/text/random.h"

namespace depeche::editor {
namespace {

TEST_CASE("a transaction for another text is without effect") {
  const EditorState state = state_of("un|");
  const EditorState after = apply(state, {Change(5), Selection::caret(1), UserEvent::kSelect, {}});
  CHECK(notation_of(after) == "un|");
  CHECK(after.revision == state.revision);
}

TEST_CASE("a selection lies in the text, between characters") {
  const EditorState state = state_of("é\r\n|");
  CHECK(apply(state, {Change(4), {1, 99}, UserEvent::kSelect, {}}).selection == Selection{0, 4});
  CHECK(apply(state, {Change(4), {2, 3}, UserEvent::kSelect, {}}).selection == Selection{2, 2});
}

TEST_CASE("the state before is as it was") {
  const EditorState before = state_of("un|");
  const EditorState copy = before;
  const EditorState after = apply(before, *insert_text(before, "x"));
  CHECK(before.text == copy.text);
  CHECK_FALSE(undo(before));
  CHECK(undo(after));
}

TEST_CASE("an undo that is none changes no history") {
  const EditorState state = state_of("un|");
  const EditorState after = apply(state, {Change(2), Selection::caret(0), UserEvent::kUndo, {}});
  CHECK(notation_of(after) == "|un");
  CHECK(after.revision == state.revision);
}

TEST_CASE("any command on any text leaves the selection between characters, and can be undone") {
  Random random(1);
  const auto place = [&](const EditorState& state) {
    return apply(state, {Change(state.text.size()),
                         {random.up_to(state.text.size()), random.up_to(state.text.size())},
                         UserEvent::kSelect,
                         {}});
  };
  static constexpr std::string_view kPieces[] = {"> ", "- ", "1. ", "\n", "\r\n", "# ",   "*",    "**",  "_",
                                                 "`",  "\\", "mot", " ",  "é",    "[ ] ", "\xFF", "\n\n"};
  for (int round = 0; round < 5'000; ++round) {
    std::string text;
    for (Offset pieces = random.up_to(14); pieces > 0; --pieces)
      text += kPieces[random.up_to(static_cast<Offset>(std::size(kPieces)) - 1)];
    CAPTURE(text);
    const EditorState state = place(open(Text(text)));
    const std::optional<Transaction> transactions[] = {
        break_line(state, TextKind::kMarkdown),
        delete_text(state, Unit::kWord, Direction::kBackward),
        delete_text(state, Unit::kGrapheme, Direction::kForward),
        toggle_bold(state),
        toggle_italic(state),
        toggle_heading(state, 2),
        toggle_list(state, ListKind::kBullet),
        toggle_list(state, ListKind::kOrdered),
        toggle_quote(state),
        insert_link(state, state.selection.span(), "/x", "é"),
        break_line(state, TextKind::kCode),
        break_line(state, TextKind::kYaml),
        erase_backward(state, TextKind::kMarkdown),
        type_text(state, state.selection.span(), "(", Selection::caret(state.selection.span().begin + 1),
                  TextKind::kMarkdown),
        indent_items(state),
        outdent_items(state),
        wrap_text(state, "~~"),
        make_code(state),
        remove_headings(state),
        make_citation(state, "é"),
        remove_site_block(state),
        insert_rule(state),
        insert_table(state, 2, 2),
        add_row(state, {0, state.text.size()}),
        add_column(state, {0, state.text.size()}),
        remove_row(state, {0, state.text.size()}),
        remove_column(state, {0, state.text.size()}),
    };
    for (const std::optional<Transaction>& transaction : transactions) {
      if (!transaction) continue;
      const EditorState after = apply(state, *transaction);
      REQUIRE(is_code_point_boundary(after.text.bytes(), transaction->selection.anchor));
      REQUIRE(is_code_point_boundary(after.text.bytes(), transaction->selection.head));
      const auto undone = undo(after);
      REQUIRE(undone);
      REQUIRE(notation_of(apply(after, *undone)) == notation_of(state));
    }
  }
}

// A figure for people, not a bar: `editor_test -ts=benchmark -ns`.
TEST_CASE("a key typed in 1 MB, with a full history" * doctest::test_suite("benchmark") * doctest::skip()) {
  std::string bytes;
  while (bytes.size() < 1'000'000)
    bytes += "Le Premier ministre a présenté, ce matin, la feuille de route.\n";
  EditorState state = open(Text(bytes));
  const auto type = [&](UserEvent event) { state = apply(state, *insert_text(state, "x", event)); };
  for (int i = 0; i < 10'000; ++i) type(UserEvent::kPaste);

  constexpr int kTimes = 200;
  const auto start = CpuClock::now();
  for (int i = 0; i < kTimes; ++i) type(UserEvent::kTyping);
  const std::chrono::duration<double, std::micro> duration = CpuClock::now() - start;
  MESSAGE((duration.count() / kTimes) << " µs");
}

}  // namespace
}  // namespace depeche::editor
