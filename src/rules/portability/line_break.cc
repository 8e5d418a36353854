// portability/line-break
//
// One begins a new line: `\\` at a line’s end. Fix: two spaces.
//
// ```diff
// - Un⟦\\⟧
// + Un\x20\x20
//   deux
// ```
#include <algorithm>

#include "rules/differences.h"

namespace depeche::rules {
namespace {

using portability::Construct;

// A backslash at a line's end, or two: what one takes for a line break the other shows.
std::vector<Fix> fixes(const DifferenceInput& input) {
  const std::string_view source = input.source();
  const std::size_t size = std::min(source.find_first_not_of('\\'), source.size());
  if (size == 0) return {};
  const Offset begin = input.difference.span.begin;
  return {{{"fix/two-spaces", {}}, {{{begin, begin + static_cast<Offset>(size)}, "  "}}}};
}

void check(const Input& input, Report& found) {
  add_differences(input, Construct::kLineBreak, Words::kByWhoSeesIt, found, fixes);
}

}  // namespace

extern const Rule portability_line_break = {
    .id = "portability/line-break",
    .order = 1200,
    .severity = Severity::kHint,
    .is_on_by_default = false,
    .check_document = check,
};

}  // namespace depeche::rules
