// portability/definition-list
//
// A paragraph with colons elsewhere.
//
// ```diff
//   ⟦Embargo
//   : une date⟧
// ```
#include "rules/differences.h"

namespace depeche::rules {
namespace {

using portability::Construct;

void check(const Input& input, Report& found) {
  add_differences(input, Construct::kDefinitionList, Words::kOne, found);
}

}  // namespace

extern const Rule portability_definition_list = {
    .id = "portability/definition-list",
    .order = 1020,
    .severity = Severity::kHint,
    .is_on_by_default = false,
    .check_document = check,
};

}  // namespace depeche::rules
