// Where a line may end: the rules of UAX #14 (Unicode line breaking) for the scripts of Europe.
//
// Rules LB4 to LB31 as far as their classes occur there. French typography comes with them: nothing breaks
// at U+00A0, U+202F or U+2060, nor between a guillemet and what it holds, nor before « ! ? ; : ».
// CJK may break anywhere; Thai, Hangul jamo and Brahmic rules are left out.
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
