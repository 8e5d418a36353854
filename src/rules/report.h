// Where a rule puts what it finds.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "markdown/node.h"

namespace depeche::rules {

struct Rule;

// Where a finding comes from: the rule, as its index among all, and the node that the rule was
// asked about, if any.
struct Origin {
  std::uint16_t rule = 0;
  markdown::NodeId node = markdown::kNoNode;
  std::uint32_t rank = rule;  // among findings of one place, from low to high
};

struct Finding {
  Origin origin;
  Diagnostic diagnostic;
};

class Report {
 public:
  // What is added from now on is found by this rule, whose index among all is origin.rule.
  void begin(const Rule& rule, Origin origin);

  // The message is the rule's own: its key is the rule's identifier. The returned reference is valid until the
  // next call, and lets the caller change the message.
  Diagnostic& add(Span span, std::vector<std::string> arguments = {}, std::vector<Fix> fixes = {});
  // Adds a diagnostic as it is, made elsewhere.
  void add(Diagnostic diagnostic);

  // For rules that share one pass over the document: what is added next comes after all that other rules find for
  // the same span, in the order of `number`. Until the next begin().
  void number_behind_others(std::uint32_t number);

  std::vector<Finding> take() && { return std::move(found_); }

 private:
  const Rule* rule_ = nullptr;
  Origin origin_;
  std::vector<Finding> found_;
};

}  // namespace depeche::rules
