// Where a line of a page may end: UAX #14 (layout/line_break.h), and what French typography and web addresses
// need beyond it.
//
// - A line never ends at the space inside guillemets, before « ! ? ; : », or between a digit and « % ‰ € »,
//   whichever kind of space was typed.
// - Addresses and paths may break after the signs that separate their parts, but not after `://`.
#pragma once

#include <string_view>
#include <vector>

#include "layout/line_break.h"

namespace depeche::layout {

// The result is as in line_breaks().
std::vector<LineBreak> typographic_breaks(std::u32string_view text);

}  // namespace depeche::layout
