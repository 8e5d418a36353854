// portability/code
//
// One sees it, or its extent or white space is another: a fence or an indentation that only one takes.
//
// ```diff
//   ⟦~~~ un exemple
//   du code
//   ~~~⟧
// ```
#include "rules/differences.h"

namespace depeche::rules {
namespace {

using portability::Construct;

void check(const Input& input, Report& found) {
  add_differences(input, Construct::kCode, Words::kByWhoSeesIt, found);
}

}  // namespace

extern const Rule portability_code = {
    .id = "portability/code",
    .order = 1130,
    .severity = Severity::kHint,
    .is_on_by_default = false,
    .check_document = check,
};

}  // namespace depeche::rules
