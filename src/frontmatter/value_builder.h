// Puts the values of the YAML (yaml_events.h) and their places (extent.h) together.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "frontmatter/front_matter.h"
#include "frontmatter/yaml_events.h"

namespace depeche::frontmatter {

struct BuiltValue {
  Value root;
  std::vector<DuplicateKey> duplicate_keys;
  std::optional<YamlProblem> problem;      // of aliases: too many, too deep, inside of what they name
  Offset read_to = 0;                      // where the last value ends
  std::optional<Offset> unclosed_bracket;  // the innermost that stays open where the events stop
};

// `bytes` is the prepared text (frontmatter/source.h) up to the end of the YAML, whose first node stands at
// or after `begin`. Events that were cut short give what can be had of them: open collections end, a key
// without a value is dropped.
BuiltValue build_value(std::string_view bytes, Offset begin, const std::vector<YamlEvent>& events);

}  // namespace depeche::frontmatter
