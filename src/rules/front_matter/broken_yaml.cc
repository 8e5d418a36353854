// front-matter/broken-yaml
//
// The YAML between the fences cannot be read. Jekyll logs “YAML Exception”, goes on, and publishes the page
// without any field: no title, the moment of the build as its date, and an address made of that (with
// `strict_front_matter: true` it stops). Reported by the parser itself (`src/frontmatter/`), at the place to
// mend; the message says what is wrong there (a missing colon, an unclosed quote, a tab…), with a fix where
// one click can mend it. The fields around the break and the body are read all the same. No other rule speaks
// of fields then, since little is known about them.
//
// ```diff
//   ---
// - title: ⟦"Une gare⟧
// + title: "Une gare"
//   ---
// ```
#include "rules/rule.h"

namespace depeche::rules {
namespace {

// It was found where the header was read.
void check(const Input& input, Report& found) {
  for (const Diagnostic& diagnostic : input.release.front_matter.diagnostics)
    if (diagnostic.rule == "front-matter/broken-yaml") found.add(diagnostic);
}

}  // namespace

extern const Rule front_matter_broken_yaml = {
    .id = "front-matter/broken-yaml",
    .order = 120,
    .severity = Severity::kError,
    .check_document = check,
};

}  // namespace depeche::rules
