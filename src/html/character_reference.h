// The named character references of HTML (`&eacute;`), which CommonMark has taken over: section "Named
// character references" of the HTML standard.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace depeche::html {

// The UTF-8 text that a name stands for: "eacute" gives "é". `name` is without '&' and ';', its case counts.
std::optional<std::string> named_character_reference(std::string_view name);

}  // namespace depeche::html
