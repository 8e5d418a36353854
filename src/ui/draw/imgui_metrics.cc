#include "ui/draw/imgui_metrics.h"

#include <utility>

#include "imgui.h"
#include "layout/measure.h"

namespace depeche::ui {
namespace {

// Letters and signs of the scripts of Europe: others join, and a pair of them is not two and a kern.
bool is_kerned(char32_t c) {
  return (c > ' ' && c < 0x590) || (c >= 0x1E00 && c <= 0x2122);
}

constexpr std::size_t kFirstEntries = 1024;
constexpr std::size_t kMaxPairs = std::size_t{32} << 10;  // a text of random letters must not fill the memory

ImFontBaked* baked(const Fonts& fonts, const layout::Style& style) {
  return fonts[static_cast<Face>(style.face)]->GetFontBaked(style.size);
}

// Never 0: no pair has the left character U+0000.
std::uint64_t pair_of(Face face, char32_t left, char32_t right) {
  return std::uint64_t{static_cast<std::uint8_t>(face)} << 32 | std::uint64_t{left} << 16 | right;
}

bool has_kerning(Face face) {
  return face < Face::kCode;
}

}  // namespace

KerningTable::Entry& KerningTable::slot(std::uint64_t pair) {
  const std::size_t mask = entries_.size() - 1;
  std::size_t at = static_cast<std::size_t>((pair * 0x9E3779B97F4A7C15U) >> 40) & mask;
  while (entries_[at].pair != 0 && entries_[at].pair != pair) at = (at + 1) & mask;
  return entries_[at];
}

void KerningTable::grow() {
  std::vector<Entry> before = std::exchange(entries_, {});
  entries_.resize(before.empty() ? kFirstEntries : before.size() * 2);
  for (const Entry& entry : before) {
    if (entry.pair != 0) slot(entry.pair) = entry;
  }
}

float KerningTable::get(const Fonts& fonts, Face face, char32_t left, char32_t right) {
  if (used_ == kMaxPairs) clear();
  if (used_ * 2 >= entries_.size()) grow();
  Entry& entry = slot(pair_of(face, left, right));
  if (entry.pair == 0) {
    entry = {pair_of(face, left, right), fonts.kerning(describe(face), left, right)};
    ++used_;
  }
  return entry.ems;
}

float ImguiMetrics::advance(const layout::Style& style, char32_t code_point) {
  return baked(fonts_, style)->GetCharAdvance(code_point);
}

float ImguiMetrics::advance_of_cluster(const layout::Style& style, std::string_view cluster) {
  const char32_t number = fonts_.clusters->number(cluster);
  const char32_t character = number != 0 ? number : layout::base_of(cluster);
  return character != 0 ? advance(style, character) : 0;
}

float ImguiMetrics::kerning(const layout::Style& style, char32_t left, char32_t right) {
  const Face face = static_cast<Face>(style.face);
  if (fonts_.kerning == nullptr || !is_kerned(left) || !is_kerned(right)) return 0;
  return has_kerning(face) ? kerning_.get(fonts_, face, left, right) * style.size : 0;
}

layout::VerticalMetrics ImguiMetrics::vertical(const layout::Style& style) {
  const ImFontBaked* font = baked(fonts_, style);
  return {font->Ascent, -font->Descent};
}

}  // namespace depeche::ui
