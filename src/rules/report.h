// Where a rule puts what it finds.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "markdown/node.h"

namespace depeche::rules {

struct Rule;

// Who said something: a rule by its place among all, and the node that it was asked of, if it was one.
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
  // What follows is found by this rule, whose place among all is origin.rule.
  void begin(const Rule& rule, Origin origin);

  // The message is the rule's own, whose key is its identifier; the reference, which holds until the next
  // call, lets it say something else.
  Diagnostic& add(Span span, std::vector<std::string> arguments = {}, std::vector<Fix> fixes = {});
  // What was found elsewhere already.
  void add(Diagnostic diagnostic);

  // For rules that share one look at the document: what follows stands behind all that other rules find at its
  // place, in the order of `number`.
  void number_behind_others(std::uint32_t number);

  std::vector<Finding> take() && { return std::move(found_); }

 private:
  const Rule* rule_ = nullptr;
  Origin origin_;
  std::vector<Finding> found_;
};

}  // namespace depeche::rules
