// What follows from the text, computed once a revision: the release and its diagnostics.
//
// A revision made of the one before by a change that is known is followed, not read anew. In a large document
// the rules wait for a pause in the typing; what they said is then shown where its text has moved to.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "app/find.h"
#include "app/findings.h"
#include "app/model.h"
#include "release/release.h"
#include "rules/checker.h"
#include "text/change.h"

namespace depeche::app {

class Derived {
 public:
  // Seconds without a change after which the rules are asked about a large document.
  static constexpr double kPause = 0.3;
  // Bytes from which on a document is large; with the comparison of portability/, which reads it once more,
  // in another dialect and as a whole, sooner.
  static constexpr Offset kLarge = 64 << 10;
  static constexpr Offset kLargeToCompare = 32 << 10;

  // Of the model's text, dialect and choice of checks; the diagnostics are all findings, those of others than
  // the rules with them. The references hold until the next call after one of these changed.
  const Release& release(const Model& model);
  const std::vector<Diagnostic>& diagnostics(const Model& model);

  // What the find bar looks for.
  editor::Search& search(const Model& model) { return find_.search(model); }
  Find& find() { return find_; }

  // What a view shows at `time`, in seconds: the diagnostics, or those of some revisions ago where the text
  // that they are about is now, while somebody types in a large document. The reference holds until the next
  // call.
  const std::vector<Diagnostic>& shown_diagnostics(const Model& model, double time);
  // The same, as of the last time that was told.
  const std::vector<Diagnostic>& shown_diagnostics(const Model& model);
  // In how many seconds shown_diagnostics() will be those of the model; infinity when they are.
  double due_in(double time) const;

  // `change` led to the model's text. Whoever forgets to tell gets right answers all the same, but each costs
  // a new reading and a new search.
  void follow(const Model& model, const editor::TextChange& change);

  // How the release followed from the one before, when it did.
  struct Step {
    std::uint64_t before = 0;  // its revision
    Change change;
    std::optional<markdown::NodeChange> nodes;  // that are new; none when all may be
  };
  const std::optional<Step>& step() const { return step_; }

  // How often a release was read or followed: the tests' proof that work follows change.
  std::uint64_t reads() const { return reads_; }
  // How often the rules were asked.
  std::uint64_t checks() const { return checks_; }

 private:
  struct Question {  // what diagnostics answer
    std::uint64_t revision = 0;
    markdown::Dialect dialect = markdown::Dialect::kKramdown;
    bool portability_checked = false;
    bool operator==(const Question&) const = default;
  };
  static Question question(const Model& model);

  void refresh(const Model& model);
  bool may_wait() const;
  void check();
  std::vector<Diagnostic> ask_rules();

  Release release_;
  std::optional<Question> read_;     // what release_ is of
  std::optional<Question> checked_;  // what the rules were asked about
  rules::Checker checker_;
  Findings findings_;                 // of release_'s text
  std::optional<double> changed_at_;  // when shown_diagnostics() first met what is not checked
  std::uint64_t met_ = 0;             // the revision that it met then

  // What became of release_'s text since, up to the revision `followed_`; unless a link is missing.
  std::optional<Change> pending_;
  std::uint64_t followed_ = 0;

  std::optional<Step> step_;
  std::uint64_t reads_ = 0, checks_ = 0;
  Find find_;
};

}  // namespace depeche::app
