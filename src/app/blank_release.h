// What a new release starts from: the fields that the site needs, empty.
#pragma once

#include <string_view>

namespace depeche::app {

inline constexpr std::string_view kBlankRelease =
    "---\ntitle: \ndate: \ncategories:\n- Communiqué de presse\ntags: []\n---\n\n";

}  // namespace depeche::app
