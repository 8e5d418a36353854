// portability/attribute-list
//
// Shown as text elsewhere, an identifier (`## Contact {#contact}`), too.
//
// ```diff
//   > Une citation
//   > ⟦{: .citation}⟧
// ```
#include "rules/differences.h"

namespace depeche::rules {
namespace {

using portability::Construct;

void check(const Input& input, Report& found) {
  add_differences(input, Construct::kAttributeList, Words::kOne, found);
}

}  // namespace

extern const Rule portability_attribute_list = {
    .id = "portability/attribute-list",
    .order = 1010,
    .severity = Severity::kHint,
    .is_on_by_default = false,
    .check_document = check,
};

}  // namespace depeche::rules
