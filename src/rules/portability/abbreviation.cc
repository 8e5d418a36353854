// portability/abbreviation
//
// The line is text elsewhere.
//
// ```diff
//   L’AFP écrit.
//
//   ⟦*[AFP]: Agence France-Presse⟧
// ```
#include "rules/differences.h"

namespace depeche::rules {
namespace {

using portability::Construct;

void check(const Input& input, Report& found) {
  add_differences(input, Construct::kAbbreviation, Words::kOne, found);
}

}  // namespace

extern const Rule portability_abbreviation = {
    .id = "portability/abbreviation",
    .order = 1040,
    .severity = Severity::kHint,
    .is_on_by_default = false,
    .check_document = check,
};

}  // namespace depeche::rules
