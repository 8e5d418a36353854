// What a reader takes for one character: a base with its marks, a flag, an emoji sequence.
//
// The core of UAX #29's extended grapheme clusters for the scripts of Europe and for emoji; Hangul syllables,
// Indic conjuncts and prepended marks are not joined.
#pragma once

#include <string_view>

#include "base/span.h"

namespace depeche::layout {

// The end of the cluster that begins at `offset`, which is less than text.size(). Malformed bytes are
// clusters of their own.
std::size_t next_cluster(std::string_view text, std::size_t offset);

// Whether a code point extends the one before it: a combining mark, a variation selector, a joiner, a skin
// tone.
bool extends_cluster(char32_t code_point);

}  // namespace depeche::layout
