// portability/footnote
//
// The note and its marks are text elsewhere. It is told at the note.
//
// ```diff
//   Un mot[^1].
//
//   ⟦[^1]: La note.⟧
// ```
#include "rules/differences.h"

namespace depeche::rules {
namespace {

using portability::Construct;

void check(const Input& input, Report& found) {
  add_differences(input, Construct::kFootnote, Words::kOne, found);
}

}  // namespace

extern const Rule portability_footnote = {
    .id = "portability/footnote",
    .order = 1030,
    .severity = Severity::kHint,
    .is_on_by_default = false,
    .check_document = check,
};

}  // namespace depeche::rules
