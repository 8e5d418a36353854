// Where a line of a page may end: UAX #14 (layout/line_break.h), and what French typography and the web ask
// beyond.
//
// - The space inside guillemets and the one before « ! ? ; : % ‰ € » never breaks, however it was typed.
// - Addresses and paths break after what separates their parts, and keep `://` with what follows.
#pragma once

#include <string_view>
#include <vector>

#include "layout/line_break.h"

namespace depeche::layout {

// As line_breaks().
std::vector<LineBreak> typographic_breaks(std::u32string_view text);

}  // namespace depeche::layout
