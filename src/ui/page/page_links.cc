#include "ui/page/page_links.h"

#include <algorithm>

namespace depeche::ui {
namespace {

using markdown::Kind;
using markdown::kNoNode;
using markdown::NodeId;
using markdown::Tree;

// The first block that shows the node or a part of it.
std::optional<std::size_t> block_of(const Tree& tree, const PageBlocks& page, NodeId node) {
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const NodeId shown = page.blocks[i].node;
    if (shown == kNoNode) continue;
    const bool holds = shown <= node && node < tree.subtree_end(shown);
    const bool is_part = node <= shown && shown < tree.subtree_end(node);
    if (holds || is_part) return i;
  }
  return std::nullopt;
}

NodeId note_of(const Tree& tree, std::string_view label) {
  for (NodeId node = 0; node < tree.size(); ++node) {
    if (tree.kind(node) == Kind::kFootnoteDefinition && tree.label(node) == label) return node;
  }
  return kNoNode;
}

NodeId node_with_id(const Tree& tree, std::string_view id) {
  for (NodeId node = 0; node < tree.size(); ++node) {
    if (tree.attribute(node, "id") == id) return node;
  }
  return kNoNode;
}

std::optional<std::string_view> href_of(const Release& release, NodeId link) {
  return release.tree.attribute(link, "href");
}

bool is_ours(const PageBlock& block, NodeId link) {
  return std::find(block.leads_to.begin(), block.leads_to.end(), link) != block.leads_to.end();
}

}  // namespace

bool stays_on_page(const Release& release, const PageBlock& block, NodeId link) {
  if (is_ours(block, link) || release.tree.kind(link) == Kind::kFootnoteReference) return true;
  const auto href = href_of(release, link);
  return href && href->starts_with('#') && href->size() > 1;
}

PageTarget target_of(const Release& release, const PageBlocks& page, const PageBlock& block, NodeId link) {
  const Tree& tree = release.tree;
  if (is_ours(block, link)) return {block_of(tree, page, link), {}};
  if (tree.kind(link) == Kind::kFootnoteReference) {
    const NodeId note = note_of(tree, tree.label(link));
    return note == kNoNode ? PageTarget{} : PageTarget{block_of(tree, page, note), {}};
  }
  const auto href = href_of(release, link);
  if (!href) return {};
  if (!href->starts_with('#')) return {std::nullopt, std::string(*href)};
  const NodeId node = node_with_id(tree, href->substr(1));
  return node == kNoNode ? PageTarget{} : PageTarget{block_of(tree, page, node), {}};
}

std::string_view words_about(const Release& release, NodeId link) {
  if (const auto href = href_of(release, link)) return *href;
  return release.tree.attribute(link, "title").value_or("");
}

}  // namespace depeche::ui
