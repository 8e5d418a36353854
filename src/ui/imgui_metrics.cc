#include "ui/imgui_metrics.h"

#include <cmath>

#include "base/utf8.h"
#include "imgui.h"

namespace depeche::ui {
namespace {

// Pairs are of letters and marks of the scripts of Europe; no font kerns beyond.
constexpr char32_t kLastKerned = 0x2122;

ImFontBaked* baked(const Fonts& fonts, const layout::Style& style) {
  return fonts[static_cast<Face>(style.face)]->GetFontBaked(style.size);
}

std::uint64_t pair_key(const layout::Style& style, char32_t left, char32_t right) {
  const auto size = static_cast<std::uint64_t>(std::lround(style.size)) & 0xFFFF;
  return (std::uint64_t{style.face} << 58) | (size << 42) | (std::uint64_t{left} << 21) | right;
}

}  // namespace

float ImguiMetrics::advance(const layout::Style& style, char32_t code_point) {
  return baked(fonts_, style)->GetCharAdvance(code_point);
}

float ImguiMetrics::advance_of_cluster(const layout::Style& style, std::string_view cluster) {
  return advance(style, decode_utf8(cluster, 0).code_point);
}

float ImguiMetrics::kerning(const layout::Style& style, char32_t left, char32_t right) {
  if (fonts_.kerning == nullptr || left > kLastKerned || right > kLastKerned) return 0;
  const auto [entry, is_new] = pairs_.try_emplace(pair_key(style, left, right), 0.0F);
  if (is_new) {
    const FaceDescription& face = describe(static_cast<Face>(style.face));
    entry->second = fonts_.kerning(face, std::round(style.size), left, right);
  }
  return entry->second;
}

layout::VerticalMetrics ImguiMetrics::vertical(const layout::Style& style) {
  const ImFontBaked* font = baked(fonts_, style);
  return {font->Ascent, -font->Descent};
}

}  // namespace depeche::ui
