// Where words end: the default word boundaries of UAX #29, to the letter. editor/word.h builds on them what an
// editor takes for a word.
//
// Offsets are bytes within [0, text.size()]; a malformed byte counts as U+FFFD. A call costs the marks around the
// offset and at most 64 flags before it.
#pragma once

#include <cstddef>
#include <string_view>

namespace depeche {

bool is_word_boundary(std::string_view text, std::size_t offset);

// Whether UAX #29 has rules for how the character at `offset` joins others. It has none for scripts whose words
// only a dictionary can tell apart, such as Thai and Chinese, nor for most signs. False at the text's end.
bool has_word_rules(std::string_view text, std::size_t offset);

}  // namespace depeche
