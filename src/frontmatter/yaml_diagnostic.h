// What to tell a person about YAML that cannot be read.
#pragma once

#include <string_view>

#include "base/diagnostic.h"
#include "frontmatter/value_builder.h"
#include "frontmatter/yaml_events.h"

namespace depeche::frontmatter {

// A diagnostic "front-matter/broken-yaml" at the place to correct, which is often before the one where reading
// stopped. `bytes` is the text up to the end of the YAML, `yaml` its part between the fences, `built` what was
// read before the problem.
Diagnostic diagnose(std::string_view bytes, Span yaml, const YamlProblem& problem, const BuiltValue& built);

}  // namespace depeche::frontmatter
