// What the characters of a text show on a line, and what room they take there.
#pragma once

#include <string_view>

#include "layout/font_metrics.h"

namespace depeche::layout {

// The code point that stands for one that has no shape of its own: control characters become their
// pictures; 0 for what takes no ink and no room (joiners, direction marks, soft hyphens).
char32_t shown_as(char32_t code_point);

// What a code point of the text takes on the line: its shape's advance, or the width that Unicode gives to a
// space which fonts often lack.
float measure(const Style& style, char32_t code_point, FontMetrics& metrics);

// The same of a cluster, UTF-8.
float measure_cluster(const Style& style, std::string_view cluster, FontMetrics& metrics);

// What stands for a cluster where it cannot be drawn as a whole: the first of its code points that shows; 0
// when none does.
char32_t base_of(std::string_view cluster);

// As much of a cluster of several code points as is measured and drawn: marks may be heaped up without end.
std::string_view drawn_part(std::string_view cluster);

}  // namespace depeche::layout
