// What layout must know about fonts: widths and heights. Whoever draws the glyphs measures them.
//
// All lengths are in the same pixels as `Style::size`. The views use physical pixels.
#pragma once

#include <cstdint>
#include <string_view>

namespace depeche::layout {

// How a run of text looks. `face` and `paint` are the view's own numbers: layout measures with the face and
// carries the paint (colour, underline…) through untouched.
struct Style {
  std::uint8_t face = 0;
  std::uint8_t paint = 0;
  float size = 16;  // of the em
  float rise = 0;   // of the baseline, upwards, e.g. for a reference to a footnote
  bool operator==(const Style&) const = default;
};

struct VerticalMetrics {
  float ascent = 0;   // above the baseline, positive
  float descent = 0;  // below it, positive
};

class FontMetrics {
 public:
  virtual ~FontMetrics() = default;

  virtual float advance(const Style& style, char32_t code_point) = 0;

  // The advance of a cluster, UTF-8, of several code points that are drawn as one: a letter and its marks, an
  // emoji of several parts.
  virtual float advance_of_cluster(const Style& style, std::string_view cluster) = 0;

  // What to add between two neighbours. A negative number brings them closer together.
  virtual float kerning(const Style& style, char32_t left, char32_t right) = 0;

  virtual VerticalMetrics vertical(const Style& style) = 0;
};

}  // namespace depeche::layout
