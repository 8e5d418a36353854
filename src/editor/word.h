// Words, as Ctrl+arrow and a double click take them: runs of letters and digits, of spaces, or of other
// signs.
//
// The rule is a plain one, after what text editors do rather than UAX #29: an apostrophe ends a word, so that
// « l’État » selects « État ». Offsets are bytes; the results are boundaries of graphemes. A call costs the
// bytes it passes.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/span.h"

namespace depeche::editor {

enum class CharacterKind : std::uint8_t { kSpace, kWord, kSign };

CharacterKind kind_of(char32_t code_point);

// Past any spaces, then to the far end of the run there; the end or the start of the text if there is none.
Offset next_word_end(std::string_view text, Offset offset);
Offset previous_word_start(std::string_view text, Offset offset);

// The run around `offset`; where two runs meet, the word rather than the signs, and these rather than spaces.
// Line ends are in no run.
Span word_at(std::string_view text, Offset offset);

}  // namespace depeche::editor
