// What can be undone and redone.
//
// A history is a list of steps, each a change and its inverse, and the number of them that are done. What is
// recorded after an undo takes the place of what was undone. A step is what one undo takes back: one
// transaction, or several that a person feels as one:
// - typing, until a new word begins, the caret moves, or a pause of kTypingPause comes;
// - deleting in one direction, until the caret moves or a pause comes;
// - all of a composition.
// Paste, commands, forms and fixes are steps of their own.
//
// A History is a value: copies share their steps and cost nothing. The oldest steps are forgotten beyond
// kMaximumSteps, or kMaximumBytes of text in them; the latest is always kept.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "editor/transaction.h"
#include "text/change.h"
#include "text/selection.h"
#include "text/text.h"

namespace depeche::editor {

class History {
 public:
  static constexpr std::chrono::milliseconds kTypingPause{1000};
  static constexpr std::size_t kMaximumSteps = 1000;
  static constexpr std::size_t kMaximumBytes = std::size_t{32} << 20;

  // A moment between two steps: the text is known by its revision (state.h).
  struct Moment {
    Selection selection;
    std::uint64_t revision = 0;
  };

  struct Step {
    Change change;   // from the text before to the text after
    Change inverse;  // and back
    Moment before;
    Moment after;
    UserEvent event = UserEvent::kCommand;
    std::chrono::milliseconds time{0};  // of its last transaction
  };

  History();

  // Adds what `transaction` does to `text`, between the moments `before` and `after`.
  void record(const Transaction& transaction, const Text& text, const Moment& before, const Moment& after);

  // The caret moved: what comes next is a new step.
  void seal() { sealed_ = true; }

  // The step that undo or redo is about, or null; valid as long as this history or a copy of it holds it.
  const Step* undoable() const { return done_ > 0 ? (*steps_)[done_ - 1].get() : nullptr; }
  const Step* redoable() const { return done_ < steps_->size() ? (*steps_)[done_].get() : nullptr; }

  // It was undone or redone. Without effect when there is none.
  void undo();
  void redo();

 private:
  using Steps = std::vector<std::shared_ptr<const Step>>;

  bool joins_last(const Transaction& transaction, const Text& text, const Moment& before) const;

  std::shared_ptr<const Steps> steps_;  // oldest first
  std::size_t done_ = 0;
  bool sealed_ = false;
};

}  // namespace depeche::editor
