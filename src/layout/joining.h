// Which letters join, as in Arabic, Syriac and N'Ko: The Unicode Standard, section 9.2, by Joining_Type.
#pragma once

#include <string_view>

namespace depeche::layout {

// Whether two neighbouring clusters, UTF-8, in the order of the text, are joined.
bool letters_join(std::string_view before, std::string_view after);

// Whether two clusters that join have one common shape: lam and alef.
bool letters_merge(std::string_view before, std::string_view after);

}  // namespace depeche::layout
