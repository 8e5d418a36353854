// What the rules of the family portability/ share: each tells the differences of one construct.
#pragma once

#include <string_view>
#include <vector>

#include "rules/rule.h"

namespace depeche::rules {

// Which words say it: those of the rule in any case, or others (the rule's key and "-elsewhere", "-differs")
// where the site is not the only one to see the construct.
enum class Words : std::uint8_t { kOne, kByWhoSeesIt };

// A difference, as a fix looks at it.
struct DifferenceInput {
  const portability::Difference& difference;
  const portability::Comparison& comparison;
  std::string_view bytes;  // the document's

  std::string_view source() const { return difference.span.of(bytes); }
};

using MakeFixes = std::vector<Fix> (*)(const DifferenceInput& input);

// Adds the differences of `construct`, with what `fixes` makes of each.
void add_differences(const Input& input, portability::Construct construct, Words words, Report& found,
                     MakeFixes fixes = nullptr);

// The fix that writes `text` in the place of `span`, under the title "Write …".
Fix write_instead(Span span, const std::string& text);

}  // namespace depeche::rules
