#include "rules/report.h"

#include <limits>
#include <utility>

#include "rules/rule.h"

namespace depeche::rules {

void Report::begin(const Rule& rule, Origin origin) {
  rule_ = &rule;
  origin_ = origin;
}

Diagnostic& Report::add(Span span, std::vector<std::string> arguments, std::vector<Fix> fixes) {
  const std::string id(rule_->id);
  add({id, rule_->severity, span, {id, std::move(arguments)}, std::move(fixes)});
  return found_.back().diagnostic;
}

void Report::add(Diagnostic diagnostic) {
  found_.push_back({origin_, std::move(diagnostic)});
}

void Report::number_behind_others(std::uint32_t number) {
  constexpr std::uint32_t kBehindRules = std::numeric_limits<std::uint16_t>::max();
  origin_.rank = kBehindRules + number;
}

}  // namespace depeche::rules
