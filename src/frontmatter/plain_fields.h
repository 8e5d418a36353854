// Reads in one pass the YAML that most front matters are made of: fields on lines of their own, nested or in
// lists, with plain or quoted text.
//
// The front matter is read at every key press, and yaml-cpp takes more than a thousand steps for each byte.
// Anything else (comments, tabs, carriage returns, escapes, brackets, anchors, block scalars, all that is broken)
// is left to yaml-cpp: at the first doubt, the functions here give up.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "frontmatter/yaml_events.h"

namespace depeche::frontmatter {

// The events that read_yaml_events() would give for `bytes`, whose opening fence is at `begin`; none if it holds
// more than plain fields. Linear in size.
std::optional<std::vector<YamlEvent>> read_plain_fields(std::string_view bytes, Offset begin);

}  // namespace depeche::frontmatter
