// portability/image
//
// One shows it, or another one: a space in the address.
//
// ```diff
//   ⟦![plan](un plan.png)⟧
// ```
#include "rules/differences.h"

namespace depeche::rules {
namespace {

using portability::Construct;

void check(const Input& input, Report& found) {
  add_differences(input, Construct::kImage, Words::kByWhoSeesIt, found);
}

}  // namespace

extern const Rule portability_image = {
    .id = "portability/image",
    .order = 1190,
    .severity = Severity::kHint,
    .is_on_by_default = false,
    .check_document = check,
};

}  // namespace depeche::rules
