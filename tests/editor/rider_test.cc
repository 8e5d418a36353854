// Riders: what goes along with a change of text, follows it, and is taken back with it.
#include "editor/rider.h"

#include <map>
#include <random>
#include <string>
#include <vector>

#include "doctest/doctest.h"
#include "editor/commands.h"
#include "editor/state.h"

namespace depeche::editor {
namespace {

// A mark over some words, as a comment or a word to be let through will be: it is made or taken away.
struct Mark {
  int number = 0;
  Span span;
  bool is_made = true;

  Mark map(const Change& change) const { return {number, change.map_span(span), is_made}; }
  std::optional<Mark> inverse() const { return Mark{number, span, !is_made}; }
  std::size_t bytes() const { return 0; }
};

// Which field has the keyboard: undo does not move it.
struct Focus {
  Offset at = 0;
  Focus map(const Change& change) const { return {change.map_position(at, Bias::kBefore)}; }
  std::optional<Focus> inverse() const { return std::nullopt; }
  std::size_t bytes() const { return 0; }
};

// A document with its marks: what a follower of the text does.
class Marked {
 public:
  explicit Marked(std::string text) : state_(open(Text(std::move(text)))) {}

  const EditorState& state() const { return state_; }
  std::string text() const { return std::string(state_.text.bytes()); }
  const std::map<int, Span>& marks() const { return marks_; }
  std::string words(int number) const { return std::string(state_.text.bytes(marks_.at(number))); }

  void take(const std::optional<Transaction>& transaction) {
    if (!transaction) return;
    state_ = apply(state_, *transaction);
    for (auto& [number, span] : marks_) span = transaction->change.map_span(span);
    for (const Rider& rider : transaction->riders) {
      const Mark* mark = rider.as<Mark>();
      if (mark == nullptr) continue;
      if (mark->is_made)
        marks_[mark->number] = mark->span;
      else
        marks_.erase(mark->number);
    }
  }

  void insert(Offset at, std::string text, std::vector<Rider> riders = {},
              UserEvent event = UserEvent::kPaste) {
    const auto end = static_cast<Offset>(at + text.size());
    Change change = *Change::of(state_.text.size(), {{{at, at}, std::move(text)}});
    take(Transaction{std::move(change), Selection::caret(end), event, {}, std::move(riders)});
  }
  void ride(std::vector<Rider> riders) {
    take(Transaction{
        Change(state_.text.size()), state_.selection, UserEvent::kCommand, {}, std::move(riders)});
  }
  bool undo() {
    const std::optional<Transaction> transaction = editor::undo(state_);
    take(transaction);
    return transaction.has_value();
  }
  bool redo() {
    const std::optional<Transaction> transaction = editor::redo(state_);
    take(transaction);
    return transaction.has_value();
  }

 private:
  EditorState state_;
  std::map<int, Span> marks_;
};

TEST_CASE("a rider is of its kind alone") {
  const Rider rider(Mark{7, {1, 2}});
  REQUIRE(rider.as<Mark>() != nullptr);
  CHECK(rider.as<Mark>()->number == 7);
  CHECK(rider.as<Focus>() == nullptr);
  CHECK(Rider(rider).as<Mark>() == rider.as<Mark>());  // copies share
}

TEST_CASE("its places follow a change") {
  const Change change = *Change::of(10, {{{2, 4}, "quatre"}});
  CHECK(Rider(Mark{1, {5, 8}}).map(change).as<Mark>()->span == Span{9, 12});
  CHECK(Rider(Focus{6}).map(change).as<Focus>()->at == 10);
}

TEST_CASE("undo takes back what rode, and redo makes it again") {
  Marked document("Le ministre annonce.");
  document.insert(11, " de la Culture", {Rider(Mark{1, {3, 11}})});
  CHECK(document.words(1) == "ministre");
  REQUIRE(document.undo());
  CHECK(document.marks().empty());
  CHECK(document.text() == "Le ministre annonce.");
  REQUIRE(document.redo());
  CHECK(document.words(1) == "ministre");
}

TEST_CASE("a rider without a change of text is a step of its own, and the text keeps its name") {
  Marked document("Le ministre annonce.");
  const std::uint64_t revision = document.state().revision;
  document.ride({Rider(Mark{1, {3, 11}})});
  CHECK(document.state().revision == revision);
  CHECK(document.words(1) == "ministre");
  document.insert(0, "Hier. ");
  CHECK(document.words(1) == "ministre");
  REQUIRE(document.undo());
  CHECK(document.words(1) == "ministre");
  REQUIRE(document.undo());
  CHECK(document.marks().empty());
  CHECK(document.state().revision == revision);
  CHECK_FALSE(document.undo());
  REQUIRE(document.redo());
  CHECK(document.words(1) == "ministre");
}

TEST_CASE("a mark that was taken away comes back where its words are now") {
  Marked document("Un deux trois.");
  document.ride({Rider(Mark{1, {3, 7}})});
  document.ride({Rider(Mark{1, {3, 7}, false})});
  CHECK(document.marks().empty());
  REQUIRE(document.undo());
  CHECK(document.words(1) == "deux");
}

TEST_CASE("what undo is not concerned with passes the history by") {
  Marked document("Texte.");
  document.ride({Rider(Focus{3})});
  CHECK(document.state().history.undoable() == nullptr);
  document.insert(6, " Suite.", {Rider(Focus{3})});
  const std::optional<Transaction> back = undo(document.state());
  REQUIRE(back);
  CHECK(back->riders.empty());
}

TEST_CASE("riders of what is typed as one step go and come as one, the last first") {
  Marked document("");
  document.insert(0, "a", {Rider(Mark{1, {0, 1}})}, UserEvent::kTyping);
  document.insert(1, "b", {Rider(Mark{2, {1, 2}})}, UserEvent::kTyping);
  document.insert(2, "c", {Rider(Mark{1, {0, 1}, false})}, UserEvent::kTyping);
  CHECK(document.marks().size() == 1);
  REQUIRE(document.undo());
  CHECK(document.text().empty());
  CHECK(document.marks().empty());
  REQUIRE(document.redo());
  CHECK(document.text() == "abc");
  REQUIRE(document.marks().size() == 1);
  CHECK(document.words(2) == "b");
}

TEST_CASE("riders count in what a history may take") {
  struct Long {
    Long map(const Change&) const { return *this; }
    std::optional<Long> inverse() const { return *this; }
    std::size_t bytes() const { return History::kMaximumBytes / 4; }
  };
  Marked document("Texte.");
  for (int i = 0; i < 40; ++i) document.ride({Rider(Long{})});
  int steps = 0;
  while (document.undo()) ++steps;
  CHECK(steps >= 1);
  CHECK(steps < 40);
}

TEST_CASE("over any edits, undoing all leads to no marks, and each step back and forth to those it had") {
  for (unsigned seed = 0; seed < 40; ++seed) {
    CAPTURE(seed);
    std::mt19937 engine(seed);
    const auto pick = [&](std::size_t count) { return static_cast<Offset>(engine() % count); };
    Marked document("Le texte du début, assez long pour que des marques y tiennent.");
    // Insertions alone move marks without wearing them away: then the very places must come back.
    std::vector<std::pair<std::string, std::map<int, Span>>> moments = {{document.text(), document.marks()}};
    for (int number = 0; number < 60; ++number) {
      const Offset size = document.state().text.size();
      const Offset begin = pick(size);
      const Span span{begin, begin + pick(size - begin) + 1};
      const bool takes_away = !document.marks().empty() && pick(3) == 0;
      const auto& [oldest, place] = takes_away ? *document.marks().begin() : std::pair<const int, Span>{};
      switch (pick(3)) {
        case 0:
          document.insert(span.begin, "xyz");
          break;
        case 1:
          document.ride({takes_away ? Rider(Mark{oldest, place, false}) : Rider(Mark{number, span})});
          break;
        default:
          document.insert(span.begin, "mot ", {Rider(Mark{number, {span.begin, span.begin + 4}})});
      }
      moments.emplace_back(document.text(), document.marks());
    }
    const auto is_as_it_was = [&](std::size_t moment) {
      return document.text() == moments[moment].first && document.marks() == moments[moment].second;
    };
    for (std::size_t moment = moments.size() - 1; moment > 0; --moment) {
      REQUIRE(is_as_it_was(moment));
      REQUIRE(document.undo());
    }
    CHECK(is_as_it_was(0));
    CHECK_FALSE(document.undo());
    for (std::size_t moment = 1; moment < moments.size(); ++moment) {
      REQUIRE(document.redo());
      REQUIRE(is_as_it_was(moment));
    }
  }
}

}  // namespace
}  // namespace depeche::editor
