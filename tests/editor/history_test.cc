#include "editor/history.h"

#include <optional>

#include "doctest/doctest.h"
#include "editor/commands.h"
#include "tests/editor/notation.h"
#include "tests/text/random.h"

namespace depeche::editor {
namespace {

using std::chrono::milliseconds;

// A person at the keyboard, on a clock that each deed moves forward.
class Desk {
 public:
  explicit Desk(std::string_view notation) : state_(state_of(notation)) {}

  void do_(std::optional<Transaction> transaction) {
    if (!transaction) return;
    transaction->time = now_;
    state_ = apply(state_, *transaction);
    now_ += milliseconds(100);
  }
  // Key by key.
  void type(std::string_view text) {
    for (const char key : text) do_(insert_text(state_, std::string_view(&key, 1)));
  }
  void backspace() { do_(delete_text(state_, Unit::kGrapheme, Direction::kBackward)); }
  void left() { do_(move_caret(state_, Unit::kGrapheme, Direction::kBackward)); }
  void right() { do_(move_caret(state_, Unit::kGrapheme, Direction::kForward)); }
  void pause() { now_ += History::kTypingPause; }

  const EditorState& state() const { return state_; }

  // What the text reads as on each undo, newest first.
  std::vector<std::string> undone() const {
    std::vector<std::string> texts;
    EditorState state = state_;
    while (const auto transaction = undo(state)) {
      state = apply(state, *transaction);
      texts.push_back(notation_of(state));
    }
    return texts;
  }

 private:
  EditorState state_;
  milliseconds now_{0};
};

using Texts = std::vector<std::string>;

TEST_CASE("typing is undone by words") {
  Desk desk("|");
  desk.type("un mot, la");
  CHECK(desk.undone() == Texts{"un mot, |", "un |", "|"});
}

TEST_CASE("a pause begins a step") {
  Desk desk("|");
  desk.type("mo");
  desk.pause();
  desk.type("t");
  CHECK(desk.undone() == Texts{"mo|", "|"});
}

TEST_CASE("a move of the caret begins a step, even there and back") {
  Desk desk("|");
  desk.type("mo");
  desk.left();
  desk.right();
  desk.type("t");
  CHECK(desk.undone() == Texts{"mo|", "|"});
}

TEST_CASE("paste and commands are steps of their own") {
  Desk desk("|");
  desk.type("un");
  desk.do_(insert_text(desk.state(), "deux", UserEvent::kPaste));
  desk.do_(insert_text(desk.state(), "trois", UserEvent::kPaste));
  desk.type("x");
  desk.do_(break_line(desk.state(), TextKind::kMarkdown));
  desk.type("y");
  CHECK(desk.undone() == Texts{"undeuxtroisx\n|", "undeuxtroisx|", "undeuxtrois|", "undeux|", "un|", "|"});
}

TEST_CASE("deleting joins in one direction") {
  Desk desk("abc|def");
  desk.backspace();
  desk.backspace();
  desk.do_(delete_text(desk.state(), Unit::kGrapheme, Direction::kForward));
  desk.do_(delete_text(desk.state(), Unit::kGrapheme, Direction::kForward));
  desk.type("x");
  CHECK(desk.undone() == Texts{"a|f", "a|def", "abc|def"});
}

TEST_CASE("typing over a selection brings it back") {
  Desk desk("un ^mot| ici");
  desk.type("ab");
  CHECK(desk.undone() == Texts{"un ^mot| ici"});
}

TEST_CASE("a composition is one step with the word it belongs to, however long it takes") {
  Desk desk("|");
  desk.type("caf");
  const auto compose = [&](std::string_view text, Selection selection) {
    desk.do_(replace_all(desk.state(), text, selection, UserEvent::kComposing));
    desk.pause();
  };
  compose("caf´", Selection::caret(5));
  compose("café", Selection::caret(5));
  CHECK(desk.undone() == Texts{"|"});
}

TEST_CASE("what was typed and taken back at once is no step") {
  Desk desk("un|");
  desk.do_(replace_all(desk.state(), "una", Selection::caret(3), UserEvent::kTyping));
  desk.do_(replace_all(desk.state(), "un", Selection::caret(2), UserEvent::kTyping));
  CHECK(desk.undone().empty());
  desk.type("x");
  CHECK(desk.undone() == Texts{"un|"});
}

TEST_CASE("redo does again what undo took back, until something else is done") {
  Desk desk("|");
  desk.type("un deux");
  desk.do_(undo(desk.state()));
  desk.do_(undo(desk.state()));
  CHECK(notation_of(desk.state()) == "|");
  CHECK_FALSE(undo(desk.state()));
  desk.do_(redo(desk.state()));
  CHECK(notation_of(desk.state()) == "un |");
  desk.do_(redo(desk.state()));
  CHECK(notation_of(desk.state()) == "un deux|");
  CHECK_FALSE(redo(desk.state()));

  desk.do_(undo(desk.state()));
  desk.type("x");  // not joined to the step that undo stopped at
  CHECK_FALSE(redo(desk.state()));
  CHECK(desk.undone() == Texts{"un |", "|"});
}

TEST_CASE("an undone text has its revision back, and a new text a new one") {
  Desk desk("|");
  const std::uint64_t empty = desk.state().revision;
  desk.type("un");
  const std::uint64_t typed = desk.state().revision;
  desk.left();
  CHECK(desk.state().revision == typed);
  desk.do_(undo(desk.state()));
  CHECK(desk.state().revision == empty);
  desk.do_(redo(desk.state()));
  CHECK(desk.state().revision == typed);
  desk.do_(undo(desk.state()));
  desk.type("x");
  CHECK(desk.state().revision > typed);
  CHECK(open(desk.state(), Text("autre")).revision > desk.state().revision);
}

TEST_CASE("a long session is undone to the text that was opened") {
  EditorState state = state_of("un ^mot|");
  constexpr int kTimes = 10'001;
  for (int i = 0; i < kTimes; ++i) state = apply(state, *toggle_bold(state));
  CHECK(notation_of(state) == "un **^mot|**");
  int steps = 0;
  for (; const auto transaction = undo(state); ++steps) state = apply(state, *transaction);
  CHECK(steps == kTimes);
  CHECK(notation_of(state) == "un ^mot|");
  while (const auto transaction = redo(state)) state = apply(state, *transaction);
  CHECK(notation_of(state) == "un **^mot|**");

  // What is done after an undo takes the place of what was undone, on whatever page.
  for (const int undone : {1, 127, 128, 129, 1000}) {
    EditorState other = state;
    for (int i = 0; i < undone; ++i) other = apply(other, *undo(other));
    other = apply(other, *insert_text(other, "x", UserEvent::kPaste));
    CHECK_FALSE(redo(other));
    int left = 0;
    for (; const auto transaction = undo(other); ++left) other = apply(other, *transaction);
    CHECK(left == kTimes - undone + 1);
    CHECK(notation_of(other) == "un ^mot|");
  }
}

TEST_CASE("the oldest steps are forgotten beyond the limit, never the latest") {
  const std::string part(History::kMaximumBytes / 50, 'x');
  EditorState state = open(Text("a"));
  for (int i = 0; i < 60; ++i) {
    state = apply(state, *select(state, Selection::of({0, state.text.size()})));
    state = apply(state, *insert_text(state, part, UserEvent::kPaste));
  }
  std::size_t steps = 0;
  for (; const auto transaction = undo(state); ++steps) state = apply(state, *transaction);
  CHECK(steps > 20);
  CHECK(steps < 50);
  for (std::size_t i = 0; i < steps; ++i) state = apply(state, *redo(state));
  CHECK_FALSE(redo(state));

  // Of a history that has forgotten its beginning nothing may be left.
  while (const auto transaction = undo(state)) state = apply(state, *transaction);
  const std::string opened(state.text.bytes());
  const auto type = [&](std::string_view text, Offset caret) {
    auto typed = replace_all(state, text, Selection::caret(caret), UserEvent::kTyping);
    REQUIRE(typed);
    state = apply(state, *typed);
  };
  const auto end = static_cast<Offset>(opened.size());
  state = apply(state, *select(state, Selection::caret(end)));
  type(opened + "a", end + 1);
  type(opened, end);
  CHECK_FALSE(undo(state));
  CHECK_FALSE(redo(state));

  const std::string half(History::kMaximumBytes / 2 + 1, 'x');
  state = open(Text());
  for (int i = 0; i < 3; ++i) state = apply(state, *insert_text(state, half, UserEvent::kPaste));
  state = apply(state, *undo(state));
  CHECK(state.text.size() == 2 * half.size());
  CHECK_FALSE(undo(state));
}

TEST_CASE("any edits, undone and redone, give every text and selection again") {
  Random random(1);
  for (int round = 0; round < 300; ++round) {
    EditorState state = open(Text(random.text(10)));
    std::vector<EditorState> states{state};
    for (int edit = 0; edit < 12; ++edit) {
      const Change change = random.change(state.text.size());
      if (change.empty()) continue;
      state = apply(state,
                    {change, Selection::caret(random.up_to(change.length_after())), UserEvent::kCommand, {}});
      states.push_back(state);
    }
    for (std::size_t i = states.size() - 1; i > 0; --i) {
      REQUIRE(state.revision == states[i].revision);
      state = apply(state, *undo(state));
      REQUIRE(notation_of(state) == notation_of(states[i - 1]));
    }
    for (std::size_t i = 1; i < states.size(); ++i) {
      state = apply(state, *redo(state));
      REQUIRE(notation_of(state) == notation_of(states[i]));
    }
  }
}

}  // namespace
}  // namespace depeche::editor
