#include "release/release.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace depeche {
namespace {

using markdown::NodeChange;
using markdown::NodeId;
using markdown::Tree;

// The headings among the nodes from `begin` up to `end`.
std::vector<Heading> headings(const Tree& tree, NodeId begin, NodeId end) {
  std::vector<Heading> found;
  for (NodeId node = begin; node < end; ++node) {
    if (tree.kind(node) != markdown::Kind::kHeading) continue;
    found.push_back({tree.level(node), tree.plain_text(node), node, tree.span(node)});
  }
  return found;
}

void take(Release& release, markdown::Reading reading) {
  release.tree = std::move(reading.tree);
  release.sections = std::move(reading.sections);
  release.node_change = reading.change;
}

// The outline with the headings among the new nodes, and those behind where they are now.
void update_outline(std::vector<Heading>& outline, const Tree& tree, const NodeChange& change) {
  const auto at = [&](NodeId node) {
    return std::lower_bound(outline.begin(), outline.end(), node,
                            [](const Heading& heading, NodeId id) { return heading.node < id; });
  };
  const auto kept = at(change.first + change.removed);
  for (auto heading = kept; heading != outline.end(); ++heading) {
    heading->node += change.added - change.removed;
    heading->span = tree.span(heading->node);
  }
  const auto place = outline.erase(at(change.first), kept);
  std::vector<Heading> added = headings(tree, change.first, change.first + change.added);
  outline.insert(place, std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
}

// Whether the front matter is the same after a change: text stands between the two. White space does not
// count, since some of it belongs to the last fence.
bool keeps_front_matter(const Release& before, const Change& change) {
  const Offset begin = change.replacements().front().span.begin;
  if (!before.front_matter.present || begin <= before.body.begin) return false;
  const std::string_view between = before.text.bytes({before.body.begin, begin});
  return between.find_first_not_of(" \t\r\n\f\v") != between.npos;
}

}  // namespace

Release read_release(const Text& text, markdown::Dialect dialect) {
  Release release;
  release.text = text;
  release.dialect = dialect;
  release.front_matter = frontmatter::read_front_matter(text);
  release.body = release.front_matter.body;
  take(release, markdown::read(text, release.body, dialect));
  release.outline = headings(release.tree, release.tree.root(), static_cast<NodeId>(release.tree.size()));
  return release;
}

Release reread_release(Release before, const Change& change, const Text& text) {
  if (change.empty() || change.length_before() != before.text.size())
    return read_release(text, before.dialect);
  Release release;
  release.text = text;
  release.dialect = before.dialect;
  if (keeps_front_matter(before, change)) {
    release.front_matter = std::move(before.front_matter);
    release.front_matter.body.end = text.size();
  } else {
    release.front_matter = frontmatter::read_front_matter(text);
  }
  release.body = release.front_matter.body;
  take(release, markdown::reread({std::move(before.tree), std::move(before.sections)}, change, text,
                                 release.body, release.dialect));
  release.outline = std::move(before.outline);
  if (release.node_change) {
    update_outline(release.outline, release.tree, *release.node_change);
  } else {
    release.outline = headings(release.tree, release.tree.root(), static_cast<NodeId>(release.tree.size()));
  }
  return release;
}

}  // namespace depeche
