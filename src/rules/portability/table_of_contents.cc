// portability/table-of-contents
//
// A list of one item elsewhere.
//
// ```diff
//   ⟦- sommaire
//   {:toc}⟧
//
//   ## Un
// ```
#include "rules/differences.h"

namespace depeche::rules {
namespace {

using portability::Construct;

void check(const Input& input, Report& found) {
  add_differences(input, Construct::kTableOfContents, Words::kOne, found);
}

}  // namespace

extern const Rule portability_table_of_contents = {
    .id = "portability/table-of-contents",
    .order = 1050,
    .severity = Severity::kHint,
    .is_on_by_default = false,
    .check_document = check,
};

}  // namespace depeche::rules
