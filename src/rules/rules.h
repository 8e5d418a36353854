// The checks: what is to be mended in a release. Each rule lies in a file of its own (rules/rule.h).
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

// What the rules find, ordered by span. Whoever asks after every change asks a Checker (rules/checker.h).
std::vector<Diagnostic> check(const Release& release, const Settings& settings = {});

}  // namespace depeche::rules
