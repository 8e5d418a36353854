// The checks: each rule lies in a file of its own, but those of the family portability/, which share one
// comparison. A rule looks at one release and nothing else; the registry lists them all.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "release/release.h"

namespace depeche::rules {

struct Rule {
  std::string_view id;  // "family/name", stable; docs/rules.md documents each
  Severity severity;
};

struct Options {
  bool portability = false;  // the family portability/, too: docs/decisions/0008-portability.md says why not
};

// All rules, in the order of their documentation.
std::span<const Rule> registry();

// What the rules find, ordered by span.
std::vector<Diagnostic> check(const Release& release, Options options = {});

}  // namespace depeche::rules
