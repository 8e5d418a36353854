// What the editor opens that is nobody's own yet: the sample and a new release.
#pragma once

#include <string_view>

namespace depeche::app {

// An example to look at and to write over (assets/sample-release.md); open at the first start.
inline constexpr std::string_view kSampleName = "communique-exemple.md";
std::string_view sample_release();

// What a new release starts from: the fields that the site needs, empty.
inline constexpr std::string_view kNewName = "communique.md";
inline constexpr std::string_view kBlankRelease =
    "---\ntitle: \ndate: \ncategories:\n- Communiqué de presse\ntags: []\n---\n\n";

}  // namespace depeche::app
