// portability/paragraph
//
// One begins a paragraph where the other goes on.
//
// ```diff
//   Du texte
//   ⟦<!-- à revoir⟧
// ```
#include "rules/differences.h"

namespace depeche::rules {
namespace {

using portability::Construct;

void check(const Input& input, Report& found) {
  add_differences(input, Construct::kParagraph, Words::kOne, found);
}

}  // namespace

extern const Rule portability_paragraph = {
    .id = "portability/paragraph",
    .order = 1160,
    .severity = Severity::kHint,
    .is_on_by_default = false,
    .check_document = check,
};

}  // namespace depeche::rules
