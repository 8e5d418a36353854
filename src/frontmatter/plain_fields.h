// The YAML that most front matters are made of, read in one pass: fields one under the other, nested or in
// lists, of plain and quoted text.
//
// The front matter is read at every key press, and yaml-cpp takes over a thousand steps for each byte. What
// is not read here (comments, tabs, escapes, brackets, anchors, blocks of text, all that is broken) is left
// to it, so nothing here has to judge: one doubt, and there is no answer.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "frontmatter/yaml_events.h"

namespace depeche::frontmatter {

// The events that read_yaml_events() would give for `bytes`, whose opening fence is at `begin`; none if there
// is more in it than plain fields. Linear in size.
std::optional<std::vector<YamlEvent>> read_plain_fields(std::string_view bytes, Offset begin);

}  // namespace depeche::frontmatter
