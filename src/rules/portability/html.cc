// portability/html
//
// Markdown inside or right below a tag that only one reads; tags that do not match. Fix: an empty line before
// the block.
//
// ```diff
//   <hr>
// - ⟦## Chiffres⟧
// +
// + ## Chiffres
// ```
#include "rules/differences.h"

namespace depeche::rules {
namespace {

using markdown::Kind;
using portability::Construct;
using portability::Seen;

constexpr Kinds kMendable = {Kind::kHeading, Kind::kUnorderedList, Kind::kOrderedList, Kind::kBlockQuote,
                             Kind::kTable};

// A block right below a tag, which the others take for a part of the HTML.
std::vector<Fix> fixes(const DifferenceInput& input) {
  if (input.difference.seen != Seen::kOnSite) return {};
  const markdown::NodeId node = input.difference.node;
  if (node == markdown::kNoNode || !kMendable.contains(input.comparison.site.tree.kind(node))) return {};
  const Offset begin = input.difference.span.begin;
  if (begin == 0 || input.bytes[begin - 1] != '\n') return {};
  return {{{"fix/blank-line", {}}, {{{begin, begin}, "\n"}}}};
}

void check(const Input& input, Report& found) {
  add_differences(input, Construct::kHtml, Words::kByWhoSeesIt, found, fixes);
}

}  // namespace

extern const Rule portability_html = {
    .id = "portability/html",
    .order = 1150,
    .severity = Severity::kHint,
    .is_on_by_default = false,
    .check_document = check,
};

}  // namespace depeche::rules
