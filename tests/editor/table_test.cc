#include "editor/table.h"

#include "doctest/doctest.h"
#include "tests/editor/notation.h"

namespace depeche::editor {
namespace {

TEST_CASE("a new table stands by itself") {
  const auto insert = [](const EditorState& state) { return insert_table(state, 2, 2); };
  const EditorState state = state_of("Texte");
  const auto inserted = insert(state);
  REQUIRE(inserted);
  CHECK(apply(state, *inserted).text.bytes() == "Texte\n\n|  |  |\n|---|---|\n|  |  |\n|  |  |");
  CHECK(inserted->selection == Selection::caret(9));
}

struct Row {
  std::string_view text;
  Offset caret;
  std::string_view after;
  Offset caret_after;
};

template <std::size_t Count>
void check_table(const Row (&rows)[Count], std::optional<Transaction> (*command)(const EditorState&, Span)) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CAPTURE(row.caret);
    EditorState state = open(Text(std::string(row.text)));
    state.selection = Selection::caret(row.caret);
    const auto transaction = command(state, {0, state.text.size()});
    const EditorState after = transaction ? apply(state, *transaction) : state;
    CHECK(after.text.bytes() == row.after);
    CHECK(after.selection == Selection::caret(row.caret_after));
  }
}

TEST_CASE("Tab goes from cell to cell, over the line below the head, and behind the table") {
  constexpr std::string_view kTable = "| a | b |\n|---|---|\n| `c|` |  |\n";
  const std::string text = std::string(kTable) + "\nfin";
  const Offset last = static_cast<Offset>(text.find("` |  |")) + 4;
  const auto end = static_cast<Offset>(kTable.size());
  struct Step {
    Offset from, next, previous;
  };
  const Step steps[] = {{0, 3, 0},         {3, 7, 3},           {7, last - 3, 3},
                        {12, last - 3, 7}, {last - 3, last, 7}, {last, end, last - 3}};
  for (const Step& step : steps) {
    CAPTURE(step.from);
    EditorState state = open(Text(text));
    state.selection = Selection::caret(step.from);
    const auto next = go_to_next_cell(state, {0, end});
    CHECK(apply(state, next.value_or(Transaction{Change(state.text.size()), state.selection})).selection ==
          Selection::caret(step.next));
    const auto previous = go_to_previous_cell(state, {0, end});
    CHECK(
        apply(state, previous.value_or(Transaction{Change(state.text.size()), state.selection})).selection ==
        Selection::caret(step.previous));
  }
}

TEST_CASE("rows come and go") {
  const Row added[] = {
      {"|a|b|\n|-|-|\n|c|d|\n", 13, "|a|b|\n|-|-|\n|c|d|\n|  |  |\n", 20},
      {"|a|b|\n|-|-|\n|c|d|", 1, "|a|b|\n|-|-|\n|  |  |\n|c|d|", 14},
      {"a|b\n-|-\nc|d", 9, "a|b\n-|-\nc|d\n|  |  |", 14},
      {"> |a|\n> |-|\n> |c|", 15, "> |a|\n> |-|\n> |c|\n> |  |", 22},
  };
  check_table(added, add_row);
  const Row removed[] = {
      {"|a|\n|-|\n|c|\n|d|\n", 9, "|a|\n|-|\n|d|\n", 8},
      {"|a|\n|-|\n|c|", 9, "|a|\n|-|", 7},
      {"|a|\n|-|\n|c|", 1, "|a|\n|-|\n|c|", 1},
      {"|a|\n|-|\n|c|", 5, "|a|\n|-|\n|c|", 5},
  };
  check_table(removed, remove_row);
}

TEST_CASE("columns come and go") {
  const Row added[] = {
      {"|a|b|\n|-|-|\n|c|d|", 1, "|a|  |b|\n|-|---|-|\n|c|  |d|", 4},
      {"|a|b|\n|-|-|\n|c|d|", 15, "|a|b|  |\n|-|-|---|\n|c|d|  |", 25},
      {"a|b\n-|-\nc|d", 2, "a|b|  \n-|-|---\nc|d|  ", 5},
      {"|a\\|`|`|b|\n|-|-|", 1, "|a\\|`|`|  |b|\n|-|---|-|", 9},
  };
  check_table(added, add_column);
  const Row removed[] = {
      {"|a|b|\n|-|-|\n|c|d|", 1, "|b|\n|-|\n|d|", 1},
      {"a|b\n-|-\nc|d", 2, "a\n-\nc", 1},
      {"|a|\n|-|", 1, "|a|\n|-|", 1},
  };
  check_table(removed, remove_column);
}

}  // namespace
}  // namespace depeche::editor
