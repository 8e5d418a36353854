// The named character references of HTML (`&eacute;`), which CommonMark uses too: section "Named character
// references" of the HTML standard.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace depeche::html {

// The UTF-8 text that a name stands for: "eacute" gives "é". `name` comes without '&' and ';', and its case
// counts. None for an unknown name.
std::optional<std::string> named_character_reference(std::string_view name);

}  // namespace depeche::html
