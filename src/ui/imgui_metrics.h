// layout::FontMetrics over the glyphs that Dear ImGui holds. A style's face is a ui::Face.
//
// Only whole pixel sizes exist (Dear ImGui bakes no other), so sizes are rounded here as they are when drawn.
#pragma once

#include <cstdint>
#include <unordered_map>

#include "layout/font_metrics.h"
#include "ui/fonts.h"

namespace depeche::ui {

class ImguiMetrics : public layout::FontMetrics {
 public:
  explicit ImguiMetrics(const Fonts& fonts) : fonts_(fonts) {}

  float advance(const layout::Style& style, char32_t code_point) override;
  float advance_of_cluster(const layout::Style& style, std::string_view cluster) override;
  float kerning(const layout::Style& style, char32_t left, char32_t right) override;
  layout::VerticalMetrics vertical(const layout::Style& style) override;

  // The fonts have changed: what was measured is forgotten.
  void clear() { pairs_.clear(); }

 private:
  Fonts fonts_;
  std::unordered_map<std::uint64_t, float> pairs_;  // kerning by face, size and pair
};

}  // namespace depeche::ui
