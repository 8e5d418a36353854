// The order in which text is read: UAX #9, the bidirectional algorithm, all of its rules up to L2.
//
// Text stays in the order of its bytes. The result is a level for each code point: even levels run from left to
// right, odd ones from right to left.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace depeche::layout {

using BidiLevel = std::uint8_t;

constexpr bool is_right_to_left(BidiLevel level) {
  return level % 2 == 1;
}

// Whether a code point may make text run from right to left. A text without such code points has level 0
// throughout. This is a quick test, and also true for a few code points that do not.
constexpr bool may_turn(char32_t c) {
  if (c < 0x590) return false;
  return c < 0x900 || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
         (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFF) || (c >= 0x10800 && c <= 0x10FFF) ||
         (c >= 0x1E800 && c <= 0x1EFFF);
}

// The level of a paragraph, by its first strong character (P2, P3): 0 or 1.
BidiLevel paragraph_level(std::u32string_view paragraph);

// The level of each code point of one paragraph. White space at its end has the level of the paragraph, `base`.
// Linear in the length of the paragraph, plus that of each isolate whose text decides its direction (FSI), up to
// 125 deep.
std::vector<BidiLevel> bidi_levels(std::u32string_view paragraph, BidiLevel base);

// The order from left to right of items with these levels (L2), as indices into `levels`.
std::vector<std::uint32_t> visual_order(std::span<const BidiLevel> levels);

// The character that is shown for a bracket or an arrow in right-to-left text. Most are shown as themselves.
char32_t mirrored(char32_t code_point);

}  // namespace depeche::layout
