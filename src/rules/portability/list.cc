// portability/list
//
// One sees it, or has other items or levels: `1)`; `2.` right below a paragraph. Fix: `1.` for `1)`.
//
// ```diff
// - ⟦1) un
// - 2) deux⟧
// + 1. un
// + 2. deux
// ```
#include <utility>

#include "rules/differences.h"

namespace depeche::rules {
namespace {

using markdown::Kind;
using markdown::NodeId;
using portability::Construct;
using portability::Seen;

// `1)`, which kramdown takes for text, in every item of the list.
std::vector<Fix> fixes(const DifferenceInput& input) {
  if (input.difference.seen != Seen::kElsewhere) return {};
  const markdown::Tree& tree = input.comparison.elsewhere.tree;
  const NodeId list = input.difference.node;
  if (list == markdown::kNoNode || tree.kind(list) != Kind::kOrderedList) return {};
  std::vector<Replacement> edits;
  for (const NodeId item : tree.children(list)) {
    if (tree.kind(item) != Kind::kListItem) continue;
    const std::size_t mark = input.bytes.find_first_not_of("0123456789", tree.span(item).begin);
    if (mark >= tree.span(item).end || input.bytes[mark] != ')') return {};
    edits.push_back({{static_cast<Offset>(mark), static_cast<Offset>(mark + 1)}, "."});
  }
  return {{{"fix/number-with-points", {}}, std::move(edits)}};
}

void check(const Input& input, Report& found) {
  add_differences(input, Construct::kList, Words::kByWhoSeesIt, found, fixes);
}

}  // namespace

extern const Rule portability_list = {
    .id = "portability/list",
    .order = 1090,
    .severity = Severity::kHint,
    .is_on_by_default = false,
    .check_document = check,
};

}  // namespace depeche::rules
