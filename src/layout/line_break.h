// Where a line may end: UAX #14, Unicode line breaking, with numbers kept together as in example 7 of its section
// 8.2. Dictionaries (Thai, Lao, Khmer) are left out, as the annex allows.
//
// What French typography and web addresses need beyond this is in layout/typographic_break.h.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace depeche::layout {

enum class LineBreak : std::uint8_t {
  kProhibited,
  kAllowed,
  kHyphenated,  // at a soft hyphen, which shows as a hyphen when the line ends there
  kMandatory,
};

// For each code point, whether a line may end before it. The first is always kProhibited. Linear time.
std::vector<LineBreak> line_breaks(std::u32string_view text);

}  // namespace depeche::layout
