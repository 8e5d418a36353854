// portability/extension
//
// Shown as text elsewhere: `{::comment}…{:/comment}`, `^`. Fix, of a comment: the same as HTML.
//
// ```diff
// - Un ⟦{::comment}secret{:/comment}⟧ mot
// + Un <!--secret--> mot
// ```
#include <string>

#include "rules/differences.h"

namespace depeche::rules {
namespace {

using portability::Construct;

// `{::comment}…{:/comment}`, which the others show.
std::vector<Fix> fixes(const DifferenceInput& input) {
  const markdown::Tree& tree = input.comparison.site.tree;
  const markdown::NodeId node = input.difference.node;
  if (node == markdown::kNoNode || tree.name(node) != "comment") return {};
  const std::string text(tree.content(node).of(input.bytes));
  if (text.find("--") != text.npos || text.find('>') != text.npos) return {};
  Span span = tree.span(node);
  while (span.end > span.begin && input.bytes[span.end - 1] != '}') --span.end;
  return {{{"fix/html-comment", {}}, {{span, "<!--" + text + "-->"}}}};
}

void check(const Input& input, Report& found) {
  add_differences(input, Construct::kExtension, Words::kOne, found, fixes);
}

}  // namespace

extern const Rule portability_extension = {
    .id = "portability/extension",
    .order = 1070,
    .severity = Severity::kHint,
    .is_on_by_default = false,
    .check_document = check,
};

}  // namespace depeche::rules
