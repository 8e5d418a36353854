#include "release/release.h"

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

  release.tree = markdown::parse(text, release.body, dialect);
  release.outline = collect_outline(release.tree);
  return release;
}

}  // namespace depeche
