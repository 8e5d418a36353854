// portability/table
//
// One sees it, or it has other cells: a line with a pipe and no `---` below. Fix, for one line: `\|`.
//
// ```diff
// - ⟦Lyon | lundi⟧
// + Lyon \| lundi
// ```
#include <utility>

#include "rules/differences.h"

namespace depeche::rules {
namespace {

using portability::Construct;
using portability::Seen;

// One line of text with a pipe, which kramdown takes for a table.
std::vector<Fix> fixes(const DifferenceInput& input) {
  if (input.difference.seen != Seen::kOnSite) return {};
  // Without the pipes of Liquid.
  const std::string_view source = input.difference.span.of(input.comparison.site.tree.source().bytes());
  if (source.find('\n') < source.find_last_not_of("\r\n")) return {};
  std::vector<Replacement> edits;
  for (std::size_t at = 0; at < source.size(); ++at) {
    if (source[at] == '\\') {
      ++at;
    } else if (source[at] == '|') {
      const auto place = static_cast<Offset>(input.difference.span.begin + at);
      edits.push_back({{place, place + 1}, "\\|"});
    }
  }
  if (edits.empty()) return {};
  return {{{"fix/escape-pipes", {}}, std::move(edits)}};
}

void check(const Input& input, Report& found) {
  add_differences(input, Construct::kTable, Words::kByWhoSeesIt, found, fixes);
}

}  // namespace

extern const Rule portability_table = {
    .id = "portability/table",
    .order = 1120,
    .severity = Severity::kHint,
    .is_on_by_default = false,
    .check_document = check,
};

}  // namespace depeche::rules
