// front-matter/lost-header and front-matter/broken-yaml: found where the header is read, at the place to mend
// (frontmatter/lost_header.h, frontmatter/yaml_diagnostic.h).
#include <algorithm>
#include <iterator>

#include "rules/checks.h"

namespace depeche::rules {

void check_header(const Rule& rule, const Release& release, std::vector<Diagnostic>& found) {
  std::ranges::copy_if(release.front_matter.diagnostics, std::back_inserter(found),
                       [&](const Diagnostic& diagnostic) { return diagnostic.rule == rule.id; });
}

}  // namespace depeche::rules
