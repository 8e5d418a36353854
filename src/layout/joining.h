// Which letters join, as those of Arabic, Syriac and N'Ko do: The Unicode Standard, section 9.2, by
// Joining_Type.
#pragma once

#include <string_view>

namespace depeche::layout {

// Whether two neighbouring clusters, UTF-8, in the order of the text, are written in one stroke.
bool letters_join(std::string_view before, std::string_view after);

// Whether two that join are one shape: lam and alef.
bool letters_merge(std::string_view before, std::string_view after);

}  // namespace depeche::layout
