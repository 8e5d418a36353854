// Metrics that one can reckon in the head: every character is one em wide and half of one in face 1.
#pragma once

#include "layout/font_metrics.h"

namespace depeche::layout {

class FakeMetrics : public FontMetrics {
 public:
  float advance(const Style& style, char32_t) override {
    return style.face == 1 ? style.size / 2 : style.size;
  }
  float advance_of_cluster(const Style& style, std::string_view) override { return advance(style, 'x'); }
  float kerning(const Style&, char32_t left, char32_t right) override {
    return left == 'A' && right == 'V' ? -2.0F : 0.0F;
  }
  VerticalMetrics vertical(const Style& style) override { return {style.size * 0.8F, style.size * 0.2F}; }
};

}  // namespace depeche::layout
