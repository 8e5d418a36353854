// What the characters of a text show on a line, and how much room they take there.
#pragma once

#include <string_view>

#include "layout/font_metrics.h"

namespace depeche::layout {

// The code point that is drawn for `code_point`: itself if it has a shape, the control picture (U+2400…) or
// U+FFFD for a control character, 0 for what takes no ink and no room (line ends, joiners, direction marks, soft
// hyphens).
char32_t shown_as(char32_t code_point);

// The width of a code point on the line: the advance of its shape, or, for a space that fonts often lack, the
// width that Unicode gives it.
float measure(const Style& style, char32_t code_point, FontMetrics& metrics);

// The same of a cluster, UTF-8.
float measure_cluster(const Style& style, std::string_view cluster, FontMetrics& metrics);

// What to draw for a cluster that cannot be drawn as a whole: shown_as() the first of its code points that shows
// anything; 0 if none does.
char32_t base_of(std::string_view cluster);

// The part of a cluster of several code points that is measured and drawn: 128 bytes at most, since a text can
// pile up any number of marks.
std::string_view drawn_part(std::string_view cluster);

}  // namespace depeche::layout
