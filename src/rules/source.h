// Questions about source text that several rules ask.
#pragma once

#include <string_view>

namespace depeche::rules {

// Whether the text is all blanks: ASCII white space and the no-break spaces U+00A0 and U+202F.
bool is_blank(std::string_view text);

// `text` without blanks (as is_blank has them) at either end.
std::string_view without_blanks(std::string_view text);

}  // namespace depeche::rules
