// link/missing-target
//
// A link whose address is empty, `#`, `http://`, `https://` or `mailto:`. An `<a>` without `href` is an
// anchor and is let through. Fix: the label alone.
//
// ```diff
// - Voir ⟦[le dossier]()⟧ ici
// + Voir le dossier ici
// ```
#include <algorithm>

#include "rules/rule.h"
#include "rules/source.h"

namespace depeche::rules {
namespace {

using markdown::Kind;
using markdown::NodeId;
using markdown::Tree;

bool leads_nowhere(std::string_view address) {
  constexpr std::string_view kStarts[] = {"", "#", "http://", "https://", "mailto:"};
  return std::ranges::find(kStarts, without_blanks(address)) != std::end(kStarts);
}

bool lacks_target(const Tree& tree, NodeId node) {
  if (tree.kind(node) == Kind::kLink) return leads_nowhere(tree.attribute(node, "href").value_or(""));
  if (tree.name(node) != "a") return false;
  const auto address = tree.attribute(node, "href");
  return address && leads_nowhere(*address);  // an <a> without href is a place to link to
}

std::vector<Fix> fixes(const Input& input, NodeId node) {
  const Span whole = input.tree().span(node);
  const Span label = input.tree().content(node);
  if (label == whole) return {};
  return {{{"fix/keep-label-only", {}}, {{whole, std::string(input.source(label))}}}};
}

void check(const Input& input, NodeId node, Report& found) {
  if (!lacks_target(input.tree(), node)) return;
  found.add(input.tree().span(node), {input.tree().plain_text(node)}, fixes(input, node));
}

}  // namespace

extern const Rule link_missing_target = {
    .id = "link/missing-target",
    .order = 340,
    .check_node = {{Kind::kLink, Kind::kHtmlSpan}, check},
};

}  // namespace depeche::rules
