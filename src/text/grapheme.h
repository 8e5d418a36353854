// What people see as one character: where a caret may stand, and what a Backspace takes away. These are the
// extended grapheme clusters of UAX #29.
//
// Offsets are bytes within [0, text.size()]; a malformed byte counts as U+FFFD. A step costs the bytes
// of the grapheme and of the flags right before it. Only the first 64 flags in a row are paired, so that
// the cost is bounded.
#pragma once

#include <cstddef>
#include <string_view>

namespace depeche {

// The next boundary after `offset`, or the end; the previous one before it, or 0.
std::size_t next_grapheme(std::string_view text, std::size_t offset);
std::size_t previous_grapheme(std::string_view text, std::size_t offset);

bool is_grapheme_boundary(std::string_view text, std::size_t offset);

}  // namespace depeche
