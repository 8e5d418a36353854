// front-matter/broken-yaml: the parser found it, at the place to mend (frontmatter/yaml_diagnostic.h).
#include "rules/checks.h"

namespace depeche::rules {

void check_broken_yaml(const Rule&, const Release& release, std::vector<Diagnostic>& found) {
  const std::vector<Diagnostic>& broken = release.front_matter.diagnostics;
  found.insert(found.end(), broken.begin(), broken.end());
}

}  // namespace depeche::rules
