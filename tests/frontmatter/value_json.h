// A front matter's value as the JSON that tools/jekyll_html.rb makes of what Ruby reads, for comparisons.
#pragma once

#include "frontmatter/value.h"
#include "nlohmann/json.hpp"

namespace depeche::frontmatter {

nlohmann::ordered_json to_json(const Value& value);

}  // namespace depeche::frontmatter
