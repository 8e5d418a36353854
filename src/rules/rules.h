// The checks: each rule lies in a file of its own and looks at one release; the registry lists them all.
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
  // Appends what it finds; it never reads anything but the release.
  void (*check)(const Rule& rule, const Release& release, std::vector<Diagnostic>& found);
};

// In the order of their documentation.
std::span<const Rule> registry();

// What every rule finds, ordered by span.
std::vector<Diagnostic> check(const Release& release);

}  // namespace depeche::rules
