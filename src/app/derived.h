// What follows from the text, computed once a revision: the release and its diagnostics.
//
// When a known change leads from one revision to the next, only what it touches is read again. In a large
// document the rules wait for a pause in the typing; until then their last findings are shown, moved with the
// text.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
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
  // A document is large from this size in bytes on. With the checks of portability/ the limit is lower: they
  // read the whole document once more, in another dialect.
  static constexpr Offset kLarge = 64 << 10;
  static constexpr Offset kLargeToCompare = 32 << 10;

  // For the model's text, dialect and choice of checks. The diagnostics are all findings, also of other
  // sources than the rules. The references are valid until the first call after one of these has changed.
  const Release& release(const Model& model);
  const std::vector<Diagnostic>& diagnostics(const Model& model);

  // What the find bar looks for.
  editor::Search& search(const Model& model) { return find_.search(model); }
  Find& find() { return find_; }

  // What a view shows at `time`, in seconds. While somebody types in a large document, these are the
  // diagnostics of an earlier revision, moved with their text. The reference is valid until the next call.
  const std::vector<Diagnostic>& shown_diagnostics(const Model& model, double time);
  // The same, without the clock: it never ends the wait for a pause.
  const std::vector<Diagnostic>& shown_diagnostics(const Model& model);
  // Seconds until shown_diagnostics() are those of the model's revision; infinity when they are already.
  double due_in(double time) const;

  // Tells that `change` led to the model's text. Without this call the answers are right all the same, but
  // cost a full reading and a new search.
  void follow(const Model& model, const editor::TextChange& change);

  // How the release was made from the one before; none when it was read in full.
  struct ReleaseChange {
    std::uint64_t before = 0;  // its revision
    Change change;
    std::optional<markdown::NodeChange> nodes;  // the new ones; none when all may be new
  };
  const std::optional<ReleaseChange>& release_change() const { return release_change_; }

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
  bool is_checked() const;  // what findings_ tells is what the rules say of release_
  bool may_wait() const;
  void check();
  std::span<const Diagnostic> ask_rules();

  Release release_;
  std::optional<Question> read_;     // what release_ is of
  std::optional<Question> checked_;  // what the rules were asked about
  rules::Checker checker_;
  Findings findings_;                 // of release_'s text
  std::optional<double> changed_at_;  // when shown_diagnostics() first saw an unchecked revision
  std::uint64_t met_ = 0;             // that revision

  // The change from release_'s text to the revision `followed_`; none when a step between is unknown.
  std::optional<Change> pending_;
  std::uint64_t followed_ = 0;

  std::optional<ReleaseChange> release_change_;
  std::uint64_t reads_ = 0, checks_ = 0;
  Find find_;
};

}  // namespace depeche::app
