// The checks: what is to be fixed in a release. Each rule has a file of its own (rules/rule.h).
#pragma once

#include <span>
#include <vector>

#include "base/diagnostic.h"
#include "release/release.h"
#include "rules/rule.h"
#include "rules/settings.h"

namespace depeche::rules {

// All rules, in the order of their documentation.
std::span<const Rule> registry();

// What the rules find, ordered by span. To ask again after every change, use a Checker (rules/checker.h).
std::vector<Diagnostic> check(const Release& release, const Settings& settings = {});

}  // namespace depeche::rules
