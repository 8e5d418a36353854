// What people see as one character: where a caret may stand, and what a Backspace takes away.
//
// The rule is a plain one of our own, after UAX #29: a code point, and after it combining marks of the
// European, Hebrew, Arabic and Japanese scripts, variation selectors, emoji modifiers and tags, what a
// zero-width joiner joins; flags are pairs of regional indicators; CR LF is one. Full UAX #29 also knows the
// Indic scripts, Hangul jamo and prepended marks.
//
// Offsets are bytes within [0, text.size()]; malformed UTF-8 stands alone, byte by byte. A step costs the
// bytes of the grapheme, and of the flags right before it, of which the first 64 in a row are paired.
#pragma once

#include <cstddef>
#include <string_view>

namespace depeche {

// The next boundary after `offset`, or the end; the previous one before it, or 0.
std::size_t next_grapheme(std::string_view text, std::size_t offset);
std::size_t previous_grapheme(std::string_view text, std::size_t offset);

bool is_grapheme_boundary(std::string_view text, std::size_t offset);

// Whether a code point stays with the one before it: a combining mark, a variation selector, a joiner.
bool extends_grapheme(char32_t code_point);

}  // namespace depeche
