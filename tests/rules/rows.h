// Rules as tables: a document, what is found in it (each written as "rule: the source it points at", or with
// its message's key where that says more than the rule), and the document that the first fix makes of it.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "rules/rules.h"

namespace depeche::rules {

struct Row {
  std::string document;
  std::vector<std::string> found = {};
  std::string fixed = {};  // empty: no fix is offered
};

// Checks each row for the findings of these rules alone.
void check_rows(const std::set<std::string>& rules, const std::vector<Row>& rows,
                const Settings& settings = {});

std::vector<Diagnostic> check(const std::string& document, const Settings& settings = {});

// The text after the fix.
std::string applied(std::string text, const Fix& fix);

}  // namespace depeche::rules
