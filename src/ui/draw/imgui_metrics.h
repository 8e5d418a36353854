// layout::FontMetrics over the glyphs that Dear ImGui holds. A style's face is a ui::Face.
//
// Dear ImGui has fonts in whole pixel sizes only, so sizes are rounded here as they are when drawn.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/font_metrics.h"
#include "ui/draw/fonts.h"

namespace depeche::ui {

// Kerning by face and pair, in ems: asked for once and kept, up to 32,768 pairs. A hash table of its own, since
// layout looks into it for every two letters.
class KerningTable {
 public:
  float get(const Fonts& fonts, Face face, char32_t left, char32_t right);
  void clear() { *this = {}; }

 private:
  struct Entry {
    std::uint64_t pair = 0;  // 0: free
    float ems = 0;
  };
  Entry& slot(std::uint64_t pair);
  void grow();

  std::vector<Entry> entries_;  // a power of two of them, half at most in use
  std::size_t used_ = 0;
};

class ImguiMetrics : public layout::FontMetrics {
 public:
  explicit ImguiMetrics(const Fonts& fonts) : fonts_(fonts) {}

  float advance(const layout::Style& style, char32_t code_point) override;
  float advance_of_cluster(const layout::Style& style, std::string_view cluster) override;
  float kerning(const layout::Style& style, char32_t left, char32_t right) override;
  layout::VerticalMetrics vertical(const layout::Style& style) override;

  // Forgets what was measured, after the fonts have changed.
  void clear() { kerning_.clear(); }

 private:
  Fonts fonts_;
  KerningTable kerning_;
};

}  // namespace depeche::ui
