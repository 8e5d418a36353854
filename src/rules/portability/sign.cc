// portability/sign
//
// One shows a sign that the other takes for a mark.
//
// ```diff
//   et⟦\⟧/ou
// ```
#include "rules/differences.h"

namespace depeche::rules {
namespace {

using portability::Construct;

void check(const Input& input, Report& found) {
  add_differences(input, Construct::kSign, Words::kByWhoSeesIt, found);
}

}  // namespace

extern const Rule portability_sign = {
    .id = "portability/sign",
    .order = 1210,
    .severity = Severity::kHint,
    .is_on_by_default = false,
    .check_document = check,
};

}  // namespace depeche::rules
