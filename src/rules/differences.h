// What the rules of the family portability/ share: each reports the differences of one construct.
#pragma once

#include <string_view>
#include <vector>

#include "rules/rule.h"

namespace depeche::rules {

// Which message a difference has: always that of the rule, or another one (the rule's key and "-elsewhere" or
// "-differs") where not only the site sees the construct.
enum class Words : std::uint8_t { kOne, kByWhoSeesIt };

// What the fixes of a difference are made from.
struct DifferenceInput {
  const portability::Difference& difference;
  const portability::Comparison& comparison;
  std::string_view bytes;  // the document's

  std::string_view source() const { return difference.span.of(bytes); }
};

using MakeFixes = std::vector<Fix> (*)(const DifferenceInput& input);

// Reports the differences of `construct`, each with the fixes that `fixes` makes for it; null for none.
void add_differences(const Input& input, portability::Construct construct, Words words, Report& found,
                     MakeFixes fixes = nullptr);

// The fix that writes `text` in the place of `span`, under the title "Write …".
Fix write_instead(Span span, const std::string& text);

}  // namespace depeche::rules
