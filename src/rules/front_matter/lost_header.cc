// front-matter/lost-header
//
// A header that was meant as one and that Jekyll does not take for one: something stands before it (a blank
// line, a letter, a byte order mark, which Jekyll bears with in a post but not in a collection's document),
// the line that opens or closes it is not three dashes alone (`----`, `--- Texte`, `—`, a no-break space
// behind, an indentation), or none closes it. The page is then published without any field, the text of the
// fields on it; in a collection the file is copied as it is. What was meant is told by the fields: one of
// Jekyll's own (`title`, `date`, `layout`, `categories`, `tags`…) must be among them, so that a text without
// header, or one that begins with a rule, is let be. Fix: the header as it was meant; text that stood before
// it, or behind its dashes, goes to the body, and no other byte changes. Found by
// `src/frontmatter/lost_header.h`. No other rule speaks of fields then, and `depeche set` refuses.
//
// ```diff
// - ⟦----⟧
// + ---
//   title: Une gare
//   ---
//   Texte
// ```
#include "rules/rule.h"

namespace depeche::rules {
namespace {

// It was found where the header was read.
void check(const Input& input, Report& found) {
  for (const Diagnostic& diagnostic : input.release.front_matter.diagnostics)
    if (diagnostic.rule == "front-matter/lost-header") found.add(diagnostic);
}

}  // namespace

extern const Rule front_matter_lost_header = {
    .id = "front-matter/lost-header",
    .order = 110,
    .severity = Severity::kError,
    .check_document = check,
};

}  // namespace depeche::rules
