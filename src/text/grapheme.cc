#include "text/grapheme.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"

namespace depeche {
namespace {

constexpr char32_t kZeroWidthJoiner = 0x200D;

// Regional indicators that are paired into flags in one run; even. Later ones stand alone, so that a text of
// nothing else costs no more than others.
constexpr std::size_t kLongestFlagRun = 128;

struct Range {
  char32_t first;
  char32_t last;
};

// Code points that stay with the one before.
constexpr Range kExtending[] = {
    {0x0300, 0x036F},    // combining diacritical marks
    {0x0483, 0x0489},    // Cyrillic
    {0x0591, 0x05BD},    // Hebrew points
    {0x05BF, 0x05BF},    //
    {0x05C1, 0x05C2},    //
    {0x05C4, 0x05C5},    //
    {0x05C7, 0x05C7},    //
    {0x0610, 0x061A},    // Arabic marks
    {0x064B, 0x065F},    //
    {0x0670, 0x0670},    //
    {0x06D6, 0x06DC},    //
    {0x06DF, 0x06E4},    //
    {0x06E7, 0x06E8},    //
    {0x06EA, 0x06ED},    //
    {0x1AB0, 0x1AFF},    // combining diacritical marks, extended
    {0x1DC0, 0x1DFF},    // and supplement
    {0x200C, 0x200D},    // zero-width non-joiner and joiner
    {0x20D0, 0x20F0},    // combining marks for symbols, the keycap among them
    {0x3099, 0x309A},    // Japanese voiced sound marks
    {0xFE00, 0xFE0F},    // variation selectors
    {0xFE20, 0xFE2F},    // combining half marks
    {0x1F3FB, 0x1F3FF},  // emoji modifiers
    {0xE0020, 0xE007F},  // tags, in the flags of regions
    {0xE0100, 0xE01EF},  // variation selectors, supplement
};

bool is_control(char32_t code_point) {
  return code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0);
}

bool is_regional_indicator(char32_t code_point) {
  return code_point >= 0x1F1E6 && code_point <= 0x1F1FF;
}

// Whether a joiner before it joins: the blocks where emoji live.
bool is_pictographic(char32_t code_point) {
  return (code_point >= 0x1F000 && code_point <= 0x1FAFF) || (code_point >= 0x2190 && code_point <= 0x2BFF);
}

// Regional indicators in one run right before `offset`, at most kLongestFlagRun.
std::size_t regional_indicators_before(std::string_view text, std::size_t offset) {
  std::size_t count = 0;
  while (offset > 0 && count < kLongestFlagRun) {
    offset = previous_code_point(text, offset);
    if (!is_regional_indicator(decode_utf8(text, offset).code_point)) break;
    ++count;
  }
  return count;
}

}  // namespace

bool extends_grapheme(char32_t code_point) {
  if (code_point < kExtending[0].first) return false;
  const auto* range =
      std::lower_bound(std::begin(kExtending), std::end(kExtending), code_point,
                       [](const Range& candidate, char32_t wanted) { return candidate.last < wanted; });
  return range != std::end(kExtending) && range->first <= code_point;
}

bool is_grapheme_boundary(std::string_view text, std::size_t offset) {
  if (offset == 0 || offset >= text.size()) return true;
  if (!is_code_point_boundary(text, offset)) return false;
  const char32_t before = decode_utf8(text, previous_code_point(text, offset)).code_point;
  const char32_t after = decode_utf8(text, offset).code_point;
  if (before == U'\r' && after == U'\n') return false;
  if (is_control(before) || is_control(after)) return true;
  if (extends_grapheme(after)) return false;
  if (before == kZeroWidthJoiner) return !is_pictographic(after);
  if (is_regional_indicator(before) && is_regional_indicator(after))
    return regional_indicators_before(text, offset) % 2 == 0;
  return true;
}

std::size_t next_grapheme(std::string_view text, std::size_t offset) {
  do {
    offset = next_code_point(text, offset);
  } while (!is_grapheme_boundary(text, offset));
  return offset;
}

std::size_t previous_grapheme(std::string_view text, std::size_t offset) {
  do {
    offset = previous_code_point(text, offset);
  } while (!is_grapheme_boundary(text, offset));
  return offset;
}

}  // namespace depeche
