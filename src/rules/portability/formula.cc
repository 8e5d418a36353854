// portability/formula
//
// Dollars elsewhere.
//
// ```diff
//   Soit ⟦$$x^2$$⟧
// ```
#include "rules/differences.h"

namespace depeche::rules {
namespace {

using portability::Construct;

void check(const Input& input, Report& found) {
  add_differences(input, Construct::kMath, Words::kOne, found);
}

}  // namespace

extern const Rule portability_formula = {
    .id = "portability/formula",
    .order = 1060,
    .severity = Severity::kHint,
    .is_on_by_default = false,
    .check_document = check,
};

}  // namespace depeche::rules
