// What the rules say of a release that changes: after each change they are asked only about what is new.
//
// Answers about one node are kept with the node. Those behind the change move with their text; what a rule
// says of the whole document, or of all nodes of a kind that came or went, is asked again (rules/rule.h).
#pragma once

#include <cstdint>
#include <vector>

#include "base/diagnostic.h"
#include "release/release.h"
#include "rules/findings.h"
#include "rules/settings.h"
#include "text/change.h"

namespace depeche::rules {

class Checker {
 public:
  // Both give what rules::check() gives. The reference holds until the next call.
  const std::vector<Diagnostic>& check(const Release& release, const Settings& settings = {});
  // `release` is what reread_release() made, by `change`, of the one that was asked about last.
  const std::vector<Diagnostic>& follow(const Release& release, const Change& change,
                                        const Settings& settings = {});

  // The last answer.
  const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }
  std::vector<Diagnostic> take() && { return std::move(diagnostics_); }

 private:
  void forget(const markdown::NodeChange& nodes);
  void move(const Change& change, const markdown::NodeChange& nodes);
  void add(std::vector<Finding> found);

  Settings settings_;
  Offset size_ = 0;  // of the text that was asked about
  bool has_answers_ = false;
  // In the order of their spans, at one place in that of the registry.
  std::vector<Diagnostic> diagnostics_;
  std::vector<Origin> origins_;  // of each
};

}  // namespace depeche::rules
