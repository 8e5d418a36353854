// All rules, in the order of their files (made from all_rules.cc.in); rules/rules.h has them in the
// order of their documentation.
#pragma once

#include <span>

#include "rules/rule.h"

namespace depeche::rules {

std::span<const Rule* const> all_rules();

}  // namespace depeche::rules
