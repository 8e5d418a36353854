// The rules as their files lie in the folders; rules/rules.h has them in order.
#pragma once

#include <span>

#include "rules/rule.h"

namespace depeche::rules {

std::span<const Rule* const> all_rules();

}  // namespace depeche::rules
