// body/empty
//
// Nothing below the header that a reader would see: no text, or only comments and definitions.
//
// ```diff
//   ---
//   title: Une gare
//   ---
//   <!-- à écrire -->⟦⟧
// ```
#include <algorithm>

#include "rules/rule.h"

namespace depeche::rules {
namespace {

using markdown::Kind;

bool is_invisible(Kind kind) {
  switch (kind) {
    case Kind::kBlankLine:
    case Kind::kHtmlEndTag:
    case Kind::kHtmlComment:
    case Kind::kAttributeList:
    case Kind::kLinkDefinition:
    case Kind::kAbbreviationDefinition:
    case Kind::kFootnoteDefinition:
    case Kind::kExtension:
      return true;
    default:
      return false;
  }
}

void check(const Input& input, Report& found) {
  const markdown::Tree& tree = input.tree();
  for (const markdown::NodeId child : tree.children(tree.root()))
    if (!is_invisible(tree.kind(child))) return;
  found.add({input.release.body.end, input.release.body.end});
}

}  // namespace

extern const Rule body_empty = {
    .id = "body/empty",
    .order = 310,
    .check_document = check,
};

}  // namespace depeche::rules
