// What can be undone and redone.
//
// A history is a list of steps, each a change and its inverse, and the number of them that are done. What is
// recorded after an undo replaces what was undone. A step is what one undo takes back: one transaction, or
// several that a person takes for one:
// - typing, until a new word begins, the caret moves, or a pause of kTypingPause comes;
// - deleting in one direction, until the caret moves or a pause comes;
// - all of a composition.
// Paste, commands, forms and fixes are steps of their own. A rider (rider.h) that has an inverse belongs to the
// step of its transaction, and makes a step even if no text changes. A rider without one is not recorded.
//
// A History is a value: copies share their steps and cost nothing. Steps are kept in pages, so that adding one
// copies one page and the list of pages, however many steps there are. The oldest pages are dropped when all
// together take more than kMaximumBytes, but the latest page always stays. A typed word takes about 200 bytes.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "editor/rider.h"
#include "editor/transaction.h"
#include "text/change.h"
#include "text/selection.h"
#include "text/text.h"

namespace depeche::editor {

class History {
 public:
  static constexpr std::chrono::milliseconds kTypingPause{1000};
  static constexpr std::size_t kMaximumBytes = std::size_t{64} << 20;

  // A moment between two steps. Its text is known by its revision (state.h).
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
    // The riders that undo takes back, with places in the text after the change; and their inverses, last rider
    // first, with places in the text before it.
    std::vector<Rider> riders = {};
    std::vector<Rider> inverse_riders = {};
  };

  History();

  // Adds what `transaction` does to `text`, which is the text before it, between `before` and `after`.
  void record(const Transaction& transaction, const Text& text, const Moment& before, const Moment& after);

  // The caret moved: what comes next is a new step.
  void seal() { sealed_ = true; }

  // The step that undo or redo would apply, or null. Valid as long as this history or a copy of it holds it.
  const Step* undoable() const { return done_ > first() ? &step(done_ - 1) : nullptr; }
  const Step* redoable() const { return done_ < end() ? &step(done_) : nullptr; }

  // Record that this step was undone or redone. Without effect if there is none.
  void undo();
  void redo();

 private:
  // Full at kPageSteps steps or kPageBytes bytes.
  static constexpr std::size_t kPageSteps = 128;
  static constexpr std::size_t kPageBytes = std::size_t{1} << 20;
  struct Page {
    std::size_t first = 0;  // the number of its first step; steps count from the opening of the document
    std::size_t bytes = 0;
    std::vector<std::shared_ptr<const Step>> steps;  // oldest first, never empty
  };
  using Pages = std::vector<std::shared_ptr<const Page>>;

  std::size_t first() const { return pages_->empty() ? 0 : pages_->front()->first; }
  std::size_t end() const {
    return pages_->empty() ? 0 : pages_->back()->first + pages_->back()->steps.size();
  }
  const Step& step(std::size_t number) const;
  Pages pages_before(std::size_t end) const;
  void append(Step step, Pages& pages) const;
  static void forget_oldest(Pages& pages);
  bool joins_last(const Transaction& transaction, const Text& text, const Moment& before) const;

  std::shared_ptr<const Pages> pages_;  // oldest first
  std::size_t done_ = 0;                // one past the number of the last step that is done
  bool sealed_ = false;
};

}  // namespace depeche::editor
