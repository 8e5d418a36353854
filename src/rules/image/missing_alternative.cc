// image/missing-alternative
//
// An image without alternative text (WCAG 2.2, criterion 1.1.1; RGAA 1.1). `alt=""` in HTML is a decision for
// a decorative image and is let through; `![](…)` is not, since Markdown has no way to say so.
//
// ```diff
//   Voici ⟦![](gare.jpg)⟧ la gare
// ```
#include "rules/rule.h"
#include "rules/source.h"

namespace depeche::rules {
namespace {

using markdown::Kind;
using markdown::NodeId;
using markdown::Tree;

bool lacks_alternative(const Tree& tree, NodeId node) {
  if (tree.kind(node) == Kind::kImage) return is_blank(tree.attribute(node, "alt").value_or(""));
  if (tree.name(node) != "img") return false;
  return !tree.attribute(node, "alt") && tree.attribute(node, "role") != "presentation" &&
         tree.attribute(node, "aria-hidden") != "true";
}

void check(const Input& input, NodeId node, Report& found) {
  if (lacks_alternative(input.tree(), node)) found.add(input.tree().span(node));
}

}  // namespace

extern const Rule image_missing_alternative = {
    .id = "image/missing-alternative",
    .order = 320,
    .check_node = {{Kind::kImage, Kind::kHtmlSpan, Kind::kHtmlBlock}, check},
};

}  // namespace depeche::rules
