// image/missing-alternative: an image that says nothing to people who cannot see it (WCAG 2.2, 1.1.1).
//
// In Markdown an empty text is an omission; in HTML `alt=""` is a decision, and only its absence is reported.
#include "rules/checks.h"
#include "rules/report.h"
#include "rules/source.h"

namespace depeche::rules {
namespace {

using markdown::Kind;
using markdown::NodeId;
using markdown::Tree;

bool lacks_alternative(const Tree& tree, NodeId node) {
  if (tree.kind(node) == Kind::kImage) return is_blank(tree.attribute(node, "alt").value_or(""));
  const bool element = tree.kind(node) == Kind::kHtmlSpan || tree.kind(node) == Kind::kHtmlBlock;
  if (!element || tree.name(node) != "img") return false;
  return !tree.attribute(node, "alt") && tree.attribute(node, "role") != "presentation" &&
         tree.attribute(node, "aria-hidden") != "true";
}

}  // namespace

void check_missing_alternative(const Rule& rule, const Release& release, std::vector<Diagnostic>& found) {
  const Tree& tree = release.tree;
  for (NodeId node = tree.root(); node < tree.size(); ++node)
    if (lacks_alternative(tree, node)) found.push_back(report(rule, tree.span(node)));
}

}  // namespace depeche::rules
