#include <algorithm>
#include <tuple>

#include "rules/all_rules.h"
#include "rules/rules.h"

namespace depeche::rules {

std::span<const Rule> registry() {
  static const std::vector<Rule> kInOrder = [] {
    std::vector<Rule> rules;
    for (const Rule* rule : all_rules()) rules.push_back(*rule);
    std::ranges::sort(rules, {}, [](const Rule& rule) { return std::tuple(rule.order, rule.id); });
    return rules;
  }();
  return kInOrder;
}

std::string_view family_of(const Rule& rule) {
  return rule.id.substr(0, rule.id.find('/'));
}

bool is_on(const Rule& rule, const Settings& settings) {
  return rule.is_on_by_default || (settings.portability && family_of(rule) == "portability");
}

}  // namespace depeche::rules
