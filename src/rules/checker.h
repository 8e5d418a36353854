// What the rules say of a release that changes: after each change they are asked only about what is new.
//
// Answers about one node are kept with the node. Those behind the change move with their text; what a rule
// says of the whole document, or of all nodes of a kind that came or went, is asked again (rules/rule.h).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "release/release.h"
#include "rules/report.h"
#include "rules/rules.h"
#include "text/change.h"

namespace depeche::rules {

class Checker {
 public:
  // The rules must outlive it.
  explicit Checker(std::span<const Rule> rules = registry()) : rules_(rules) {}

  // What the rules find, ordered by span, and for one span in the order of the rules. The reference is valid
  // until the next call of check() or follow().
  const std::vector<Diagnostic>& check(const Release& release, const Settings& settings = {});
  // The same, where reread_release() made `release` from the one that was asked about last, by `change`. Asks
  // everything again if that has read the whole body, or if the settings or the language have changed.
  const std::vector<Diagnostic>& follow(const Release& release, const Change& change,
                                        const Settings& settings = {});

  // The last answer.
  const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }
  std::vector<Diagnostic> take() && { return std::move(diagnostics_); }

 private:
  bool can_follow(const Input& input, const Change& change) const;
  // Whether what a rule says of the whole document may have changed.
  bool is_concerned(const Input& input, std::uint16_t rule, Span new_text) const;
  void forget(const std::vector<bool>& asked, const markdown::NodeChange& nodes);
  void move(const Change& change, const markdown::NodeChange& nodes);
  void add(std::vector<Finding> found);
  void remember(const Input& input);

  std::span<const Rule> rules_;
  // Of the last question; the language only where a rule wanted to know it.
  Settings settings_;
  std::optional<std::string> language_;
  std::optional<Offset> size_;  // of the text
  // Its answers, and where each comes from.
  std::vector<Diagnostic> diagnostics_;
  std::vector<Origin> origins_;
};

}  // namespace depeche::rules
