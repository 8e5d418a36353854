// portability/list-number
//
// The site numbers from 1, the other from the number written.
//
// ```diff
//   1. un
//
//   ![](gare.jpg)
//
//   ⟦4.⟧ deux
// ```
#include "rules/differences.h"

namespace depeche::rules {
namespace {

using portability::Construct;

void check(const Input& input, Report& found) {
  add_differences(input, Construct::kListNumber, Words::kOne, found);
}

}  // namespace

extern const Rule portability_list_number = {
    .id = "portability/list-number",
    .order = 1100,
    .severity = Severity::kHint,
    .is_on_by_default = false,
    .check_document = check,
};

}  // namespace depeche::rules
