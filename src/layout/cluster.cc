#include "layout/cluster.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace depeche::layout {
namespace {

struct Range {
  char32_t first, last;
};

// Grapheme_Cluster_Break=Extend in the blocks that the scripts of Europe, Hebrew, Arabic and emoji use.
constexpr std::array kExtend = {
    Range{0x0300, 0x036F},   Range{0x0483, 0x0489},   Range{0x0591, 0x05BD},   Range{0x05BF, 0x05BF},
    Range{0x05C1, 0x05C2},   Range{0x05C4, 0x05C5},   Range{0x05C7, 0x05C7},   Range{0x0610, 0x061A},
    Range{0x064B, 0x065F},   Range{0x0670, 0x0670},   Range{0x06D6, 0x06DC},   Range{0x06DF, 0x06E4},
    Range{0x06E7, 0x06E8},   Range{0x06EA, 0x06ED},   Range{0x1AB0, 0x1ACE},   Range{0x1DC0, 0x1DFF},
    Range{0x200C, 0x200D},   Range{0x20D0, 0x20F0},   Range{0xFE00, 0xFE0F},   Range{0xFE20, 0xFE2F},
    Range{0x1F3FB, 0x1F3FF}, Range{0xE0020, 0xE007F}, Range{0xE0100, 0xE01EF},
};

constexpr char32_t kZeroWidthJoiner = 0x200D;

bool is_regional_indicator(char32_t code_point) {
  return code_point >= 0x1F1E6 && code_point <= 0x1F1FF;
}

// Extended_Pictographic, by the blocks that hold nearly all of it.
bool is_pictograph(char32_t code_point) {
  return (code_point >= 0x2190 && code_point <= 0x2BFF) || (code_point >= 0x1F000 && code_point <= 0x1FAFF);
}

}  // namespace

bool extends_cluster(char32_t code_point) {
  if (code_point < kExtend.front().first) return false;
  const auto after = std::upper_bound(kExtend.begin(), kExtend.end(), code_point,
                                      [](char32_t value, const Range& range) { return value < range.first; });
  return code_point <= std::prev(after)->last;
}

std::size_t next_cluster(std::string_view text, std::size_t offset) {
  const Decoded base = decode_utf8(text, offset);
  std::size_t end = offset + base.size;
  if (base.code_point == '\r' && end < text.size() && text[end] == '\n') return end + 1;
  if (base.code_point < 0x20) return end;

  char32_t last = base.code_point;
  bool one_of_a_flag = is_regional_indicator(base.code_point);
  while (end < text.size()) {
    const Decoded next = decode_utf8(text, end);
    const bool joined = last == kZeroWidthJoiner && is_pictograph(next.code_point);
    const bool flag = one_of_a_flag && is_regional_indicator(next.code_point);
    if (!next.valid || !(extends_cluster(next.code_point) || joined || flag)) break;
    one_of_a_flag = false;
    last = next.code_point;
    end += next.size;
  }
  return end;
}

}  // namespace depeche::layout
