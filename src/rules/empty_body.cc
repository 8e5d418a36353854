// body/empty: nothing below the header that a reader would see.
#include <algorithm>

#include "rules/checks.h"
#include "rules/report.h"

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

}  // namespace

void check_empty_body(const Rule& rule, const Release& release, std::vector<Diagnostic>& found) {
  for (const markdown::NodeId child : release.tree.children(release.tree.root()))
    if (!is_invisible(release.tree.kind(child))) return;
  found.push_back(report(rule, {release.body.end, release.body.end}));
}

}  // namespace depeche::rules
