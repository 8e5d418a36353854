// link/missing-target: a link without an address, or with one that was never filled in.
#include <algorithm>

#include "rules/checks.h"
#include "rules/report.h"
#include "rules/source.h"

namespace depeche::rules {
namespace {

using markdown::Kind;
using markdown::NodeId;
using markdown::Tree;

bool leads_nowhere(std::string_view address) {
  constexpr std::string_view kStarts[] = {"", "#", "http://", "https://", "mailto:"};
  return std::ranges::find(kStarts, trimmed(address)) != std::end(kStarts);
}

bool lacks_target(const Tree& tree, NodeId node) {
  if (tree.kind(node) == Kind::kLink) return leads_nowhere(tree.attribute(node, "href").value_or(""));
  if (tree.kind(node) != Kind::kHtmlSpan || tree.name(node) != "a") return false;
  const auto address = tree.attribute(node, "href");
  return address && leads_nowhere(*address);  // an <a> without href is a place to link to
}

std::vector<Fix> fixes(const Release& release, NodeId node) {
  const Span label = release.tree.content(node);
  if (label == release.tree.span(node)) return {};
  return {{{"fix/keep-label-only", {}}, {{release.tree.span(node), std::string(release.text.bytes(label))}}}};
}

}  // namespace

void check_missing_target(const Rule& rule, const Release& release, std::vector<Diagnostic>& found) {
  const Tree& tree = release.tree;
  for (NodeId node = tree.root(); node < tree.size(); ++node) {
    if (!lacks_target(tree, node)) continue;
    found.push_back(report(rule, tree.span(node), {tree.plain_text(node)}, fixes(release, node)));
  }
}

}  // namespace depeche::rules
