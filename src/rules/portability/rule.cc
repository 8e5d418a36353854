// portability/rule
//
// One draws it: `***` where the other sees stars.
//
// ```diff
//   Un texte
//   ⟦***⟧
// ```
#include "rules/differences.h"

namespace depeche::rules {
namespace {

using portability::Construct;

void check(const Input& input, Report& found) {
  add_differences(input, Construct::kThematicBreak, Words::kByWhoSeesIt, found);
}

}  // namespace

extern const Rule portability_rule = {
    .id = "portability/rule",
    .order = 1140,
    .severity = Severity::kHint,
    .is_on_by_default = false,
    .check_document = check,
};

}  // namespace depeche::rules
