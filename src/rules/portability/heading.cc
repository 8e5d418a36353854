// portability/heading
//
// One sees it, or its level or extent is another, as with several lines above `===`.
//
// ```diff
//   ⟦Un titre
//   en deux lignes
//   ===⟧
// ```
#include "rules/differences.h"

namespace depeche::rules {
namespace {

using portability::Construct;

void check(const Input& input, Report& found) {
  add_differences(input, Construct::kHeading, Words::kByWhoSeesIt, found);
}

}  // namespace

extern const Rule portability_heading = {
    .id = "portability/heading",
    .order = 1080,
    .severity = Severity::kHint,
    .is_on_by_default = false,
    .check_document = check,
};

}  // namespace depeche::rules
