#include "ui/page/page_follow.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "site/language.h"
#include "site/masthead.h"
#include "ui/page/page_body.h"
#include "ui/page/page_head.h"

namespace depeche::ui {
namespace {

using markdown::Kind;
using markdown::kNoNode;
using markdown::NodeId;
using markdown::Tree;

// Whether what came or went bears on a list of headings elsewhere. An extension may be the option that says
// which ones it lists.
bool bears_on_contents(const PageBlocks& page, const Tree& tree, const markdown::NodeChange& nodes) {
  if (nodes.touches(Kind::kTableOfContents)) return true;
  if (!page.holds_contents) return false;
  return nodes.touches(Kind::kHeading) ||
         (nodes.touches(Kind::kExtension) && markdown::contents_levels(tree) != page.contents_levels);
}

// Whether what came or went bears on blocks elsewhere: notes and their numbers, a list of headings.
bool bears_on_others(const PageBlocks& page, const Tree& tree, const markdown::NodeChange& nodes) {
  return nodes.touches(Kind::kFootnoteReference) || nodes.touches(Kind::kFootnoteDefinition) ||
         bears_on_contents(page, tree, nodes);
}

// Whether the release is in another language since the change, as far as that is asked for: see the header.
bool speaks_otherwise(PageBlocks& page, const Release& release, const messages::Catalog& words,
                      const Change& change) {
  const Offset end_of_sample = release.body.begin + site::kLanguageSample;
  for (const Replacement& replacement : change.replacements())
    if (replacement.span.begin < end_of_sample)
      page.changed_since += replacement.span.size() + replacement.text.size();
  const std::size_t sample = std::min<std::size_t>(release.body.size(), site::kLanguageSample);
  if (8 * page.changed_since < sample) return false;
  page.changed_since = 0;
  return site::catalog_of(release, words).language() != page.language;
}

Span replaced_by(const Change& change) {
  return {change.replacements().front().span.begin, change.replacements().back().span.end};
}

// How ids of nodes, and counts of containers, behind a change differ: modulo 2^32.
using Shift = std::uint32_t;

// The blocks [first, end) that are to be made anew, of the root's children from `nodes_begin` up to
// `nodes_end`.
struct Part {
  std::size_t first = 0, end = 0;
  NodeId nodes_begin = 0, nodes_end = 0;
  bool is_last = false;  // what the page says below the body is made anew, too
};

// From the first block of what is new to the last one of the first child behind that has blocks: how it stands
// depends on the block before.
Part part_to_read(const PageBlocks& page, const Tree& tree, const markdown::NodeChange& nodes) {
  const auto first_of = [&](std::size_t from, NodeId child) {
    while (from < page.body_end && page.blocks[from].child < child) ++from;
    return from;
  };
  const auto at = [&](std::size_t index) { return page.blocks.begin() + static_cast<std::ptrdiff_t>(index); };
  const auto first =
      std::lower_bound(at(page.body_begin), at(page.body_end), nodes.first,
                       [](const PageBlock& block, NodeId child) { return block.child < child; });
  Part part;
  part.first = static_cast<std::size_t>(first - page.blocks.begin());
  part.end = first_of(part.first, nodes.first + nodes.removed);
  part.nodes_begin = nodes.first;
  part.nodes_end = static_cast<NodeId>(tree.size());
  if (part.end < page.body_end) {
    const NodeId child = page.blocks[part.end].child;
    part.end = first_of(part.end, child + 1);
    part.nodes_end = tree.subtree_end(child + nodes.added - nodes.removed);
  }
  part.is_last = part.end == page.body_end;
  if (!part.is_last) return part;
  part.end = page.blocks.size();
  part.nodes_end = static_cast<NodeId>(tree.size());
  return part;
}

// How many blocks read_part() gives before those of the part: the one before, on which the first depends.
std::size_t blocks_before(const Part& part) {
  return part.first > 0 ? 1 : 0;
}

// The blocks of a part, containers counted from its own.
PageBlocks read_part(const PageBlocks& page, const Release& release, const Part& part) {
  BlockList list;
  if (part.first > 0) list.page().blocks.push_back(page.blocks[part.first - 1]);
  if (part.first > 0 && part.first == page.body_begin) list.set_margin_of_next(kMarginOfBody);
  add_body(list, release, part.nodes_begin, part.nodes_end);
  list.page().body_end = list.page().blocks.size();
  if (part.is_last) {
    const messages::Catalog& words = messages::Catalog::of(page.language);
    add_foot(list, site::masthead(release, words), words);
  }
  return std::move(list.page());
}

void move_node(NodeId& node, NodeId end_of_removed, Shift shift) {
  if (node != kNoNode && node >= end_of_removed) node += shift;
}

void move_container(std::uint32_t& container, Shift shift) {
  if (container != kNoContainer) container += shift;
}

// Containers of a part stand behind `before` others.
void place_behind(PageBlocks& part, std::size_t first, std::uint32_t before) {
  for (std::size_t i = first; i < part.blocks.size(); ++i) {
    move_container(part.blocks[i].container, before);
    part.blocks[i].containers += before;
  }
  for (Container& container : part.containers) move_container(container.parent, before);
}

// Links of ours may lead to nodes behind the change from anywhere: a note may be defined before what refers
// to it.
void move_links(PageBlocks& page, NodeId end_of_removed, Shift shift) {
  if (!page.holds_contents && page.footnotes.empty()) return;
  for (PageBlock& block : page.blocks) {
    for (NodeId& node : block.leads_to) move_node(node, end_of_removed, shift);
  }
}

// What changes for the blocks behind a change.
struct Behind {
  markdown::Move move;  // of places in the document
  NodeId end_of_removed = 0;
  Shift nodes = 0;
  Shift containers = 0;
};

void move_block(PageBlock& block, const Behind& behind) {
  move_node(block.node, behind.end_of_removed, behind.nodes);
  if (block.child != kNoNode) block.child += behind.nodes;
  block.source = behind.move(block.source);
  if (auto* shown = std::get_if<PagePictures>(&block.content)) {
    for (PagePicture& picture : shown->pictures) picture.source = behind.move(picture.source);
  }
  move_container(block.container, behind.containers);
  block.containers += behind.containers;
}

// Puts `added`, but its first `skipped`, in the place of the elements from `first` up to `end`; gives those.
template <typename Element>
std::vector<Element> splice(std::vector<Element>& all, std::size_t first, std::size_t end,
                            std::vector<Element> added, std::size_t skipped) {
  const auto at = [](std::vector<Element>& elements, std::size_t index) {
    return elements.begin() + static_cast<std::ptrdiff_t>(index);
  };
  std::vector<Element> removed(std::make_move_iterator(at(all, first)),
                               std::make_move_iterator(at(all, end)));
  const std::size_t common = std::min(end - first, added.size() - skipped);
  std::move(at(added, skipped), at(added, skipped + common), at(all, first));
  all.erase(at(all, first + common), at(all, end));
  all.insert(at(all, first + common), std::make_move_iterator(at(added, skipped + common)),
             std::make_move_iterator(added.end()));
  return removed;
}

// The containers of the blocks before block `index`.
std::uint32_t containers_before(const PageBlocks& page, std::size_t index) {
  return index > 0 ? page.blocks[index - 1].containers : 0;
}

}  // namespace

std::optional<PageChange> follow_page_blocks(PageBlocks& page, const Release& release,
                                             const messages::Catalog& words, const Change& change,
                                             const markdown::NodeChange& nodes) {
  const Span replaced = replaced_by(change);
  const bool is_in_body = replaced.begin >= release.body.begin && page.body_begin < page.body_end;
  if (!is_in_body || bears_on_others(page, release.tree, nodes)) return std::nullopt;
  if (speaks_otherwise(page, release, words, change)) return std::nullopt;
  const Part part = part_to_read(page, release.tree, nodes);
  if (part.is_last && !page.footnotes.empty()) return std::nullopt;  // notes stand between it and the foot

  PageBlocks read = read_part(page, release, part);
  if (read.holds_contents) return std::nullopt;
  const std::size_t skipped = blocks_before(part);
  const std::size_t added = read.blocks.size() - skipped;
  if (added == 0 && part.first == 0 && part.is_last) return std::nullopt;  // an empty page says so

  const std::uint32_t containers = containers_before(page, part.first);
  const std::uint32_t containers_end = containers_before(page, part.end);
  place_behind(read, skipped, containers);
  const Behind behind{
      .move = {replaced.end, change.length_after() - change.length_before()},
      .end_of_removed = nodes.first + nodes.removed,
      .nodes = nodes.added - nodes.removed,
      .containers = static_cast<Shift>(read.containers.size()) - (containers_end - containers)};
  move_links(page, behind.end_of_removed, behind.nodes);
  for (std::size_t i = part.end; i < page.blocks.size(); ++i) move_block(page.blocks[i], behind);
  for (std::size_t i = containers_end; i < page.containers.size(); ++i)
    move_container(page.containers[i].parent, behind.containers);

  page.body_end =
      part.is_last ? part.first + read.body_end - skipped : page.body_end + added - (part.end - part.first);
  splice(page.containers, containers, containers_end, std::move(read.containers), 0);
  return PageChange{part.first, splice(page.blocks, part.first, part.end, std::move(read.blocks), skipped),
                    added};
}

}  // namespace depeche::ui
