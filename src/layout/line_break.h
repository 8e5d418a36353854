// Where a line may end: UAX #14, Unicode line breaking, with numbers kept together as its section 8.2,
// example 7, has them. Dictionaries (Thai, Lao, Khmer) are left out, as the annex allows.
//
// What French and the web ask beyond is a layer of its own: layout/typographic_break.h.
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

// For each code point, whether a line may end before it; the first is always kProhibited. Linear.
std::vector<LineBreak> line_breaks(std::u32string_view text);

}  // namespace depeche::layout
