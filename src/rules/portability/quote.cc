// portability/quote
//
// One sees it, or its extent is another, as with a lone `>`.
//
// ```diff
//   ⟦>
//   ![](gare.jpg)⟧
// ```
#include "rules/differences.h"

namespace depeche::rules {
namespace {

using portability::Construct;

void check(const Input& input, Report& found) {
  add_differences(input, Construct::kQuote, Words::kByWhoSeesIt, found);
}

}  // namespace

extern const Rule portability_quote = {
    .id = "portability/quote",
    .order = 1110,
    .severity = Severity::kHint,
    .is_on_by_default = false,
    .check_document = check,
};

}  // namespace depeche::rules
