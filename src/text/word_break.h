// Where words end: the default word boundaries of UAX #29, to the letter. What an editor takes for a word is
// made of them in editor/word.h.
//
// Offsets are bytes within [0, text.size()]; malformed UTF-8 stands alone, byte by byte. A call costs the
// marks around the offset, and of the flags right before it the first 64 in a row.
#pragma once

#include <cstddef>
#include <string_view>

namespace depeche {

bool is_word_boundary(std::string_view text, std::size_t offset);

// Whether UAX #29 knows how the character at `offset` joins others: letters of scripts whose words only a
// dictionary can tell apart, as Thai or Chinese, it does not, nor signs.
bool has_word_rules(std::string_view text, std::size_t offset);

}  // namespace depeche
