// Words, as Ctrl+arrow and a double click take them: the words of UAX #29 (text/word_break.h), and between
// them runs of spaces and of other signs. Beyond the annex:
//
// - an elided word is a word of its own, so that « l’État » selects « État »; « aujourd’hui » stays whole;
// - no-break spaces are spaces, so that « 4 000 » is two words, and a colon separates words, as in CLDR;
// - letters that the annex leaves to a dictionary (Thai, Chinese) are one run.
//
// Results are at boundaries of graphemes. The cost is linear in the bytes passed.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/span.h"

namespace depeche::editor {

enum class CharacterKind : std::uint8_t { kSpace, kWord, kSign };

CharacterKind kind_of(char32_t code_point);

// Past any spaces, then to the far end of the run there; the end or the start of the text if there is no run.
Offset next_word_end(std::string_view text, Offset offset);
Offset previous_word_start(std::string_view text, Offset offset);

// The run around `offset`. Where two runs meet, a word is preferred to signs, and signs to spaces. Line ends
// belong to no run; empty on an empty line.
Span word_at(std::string_view text, Offset offset);

}  // namespace depeche::editor
