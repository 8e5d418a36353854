// Builds the values of the YAML from its events (yaml_events.h), with their places (extent.h).
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
  std::optional<YamlProblem> problem;      // the first: a bad alias, or what only libyaml refuses
  Offset read_to = 0;                      // where the last value ends
  std::optional<Offset> unclosed_bracket;  // the innermost one still open when the events stop
};

// `bytes` is the prepared text (frontmatter/source.h) up to the end of the YAML, whose first node is at or after
// `begin`. Events that were cut short give what they can: open collections end, a key without a value is
// dropped.
BuiltValue build_value(std::string_view bytes, Offset begin, const std::vector<YamlEvent>& events);

}  // namespace depeche::frontmatter
