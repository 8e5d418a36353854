#include "release/release.h"

#include <algorithm>
#include <utility>

#include "markdown/parse.h"

namespace depeche {
namespace {

std::vector<Heading> collect_outline(const markdown::Tree& tree) {
  std::vector<Heading> outline;
  for (markdown::NodeId node = tree.root(); node < tree.subtree_end(tree.root()); ++node) {
    if (tree.kind(node) != markdown::Kind::kHeading) continue;
    outline.push_back({tree.level(node), tree.plain_text(node), node, tree.span(node)});
  }
  return outline;
}

}  // namespace

Release read_release(const Text& text, markdown::Dialect dialect) {
  Release release;
  release.text = text;
  release.dialect = dialect;
  release.front_matter = frontmatter::read_front_matter(text);
  release.body = release.front_matter.body;

  markdown::ParseResult parsed = markdown::parse(text, release.body, dialect);
  release.tree = std::move(parsed.tree);
  release.outline = collect_outline(release.tree);

  release.problems = release.front_matter.diagnostics;
  release.problems.insert(release.problems.end(), std::make_move_iterator(parsed.diagnostics.begin()),
                          std::make_move_iterator(parsed.diagnostics.end()));
  std::stable_sort(release.problems.begin(), release.problems.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.span < b.span; });
  return release;
}

}  // namespace depeche
