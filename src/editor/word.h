// Words, as Ctrl+arrow and a double click take them: the words of UAX #29 (text/word_break.h), and between
// them runs of spaces and of other signs. Beyond the annex:
//
// - an elided word is one of its own, so that « l’État » selects « État »; « aujourd’hui » stays whole;
// - no-break spaces are spaces, so that « 4 000 » is two, and a colon divides, as CLDR has it;
// - letters that the annex leaves to a dictionary (Thai, Chinese) are one run.
//
// Offsets are bytes; the results are boundaries of graphemes. A call costs the bytes it passes.
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
