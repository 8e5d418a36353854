// What the rules share: how a finding is written down.
#pragma once

#include <string>
#include <vector>

#include "release/release.h"
#include "rules/rules.h"

namespace depeche::rules {

// A finding of `rule`; the message's key is the rule's identifier.
Diagnostic report(const Rule& rule, Span span, std::vector<std::string> arguments = {},
                  std::vector<Fix> fixes = {});

// Where to say that a field is missing: the first fence's line, or the start of a document without front
// matter.
Span missing_field_span(const Release& release);

}  // namespace depeche::rules
