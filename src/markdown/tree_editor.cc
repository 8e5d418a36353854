#include "markdown/tree_editor.h"

#include <algorithm>
#include <utility>

#include "markdown/tree_content.h"

namespace depeche::markdown {
namespace {

// What nodes left behind when they were replaced may be as much as what is in use, and so much more.
constexpr std::size_t kLitter = 1024;

// The text pieces of a node.
std::initializer_list<TextPiece ExtraData::*> pieces() {
  static constexpr std::initializer_list<TextPiece ExtraData::*> kPieces = {
      &ExtraData::text, &ExtraData::name, &ExtraData::label};
  return kPieces;
}

// Where element `index` of a vector is.
template <typename Elements>
auto at(Elements& elements, std::uint32_t index) {
  return elements.begin() + static_cast<std::ptrdiff_t>(index);
}

}  // namespace

TreeEditor::TreeEditor(Tree tree) {
  if (tree.content_.use_count() == 1) {
    content_ = std::const_pointer_cast<Tree::Content>(std::move(tree.content_));
  } else {
    content_ = std::make_shared<Tree::Content>(*tree.content_);
  }
}

TreeEditor::~TreeEditor() = default;

void TreeEditor::replace(NodeId first, NodeId end, const Tree& part, Span body, Move move) {
  Tree::Content& content = *content_;
  const Tree::Content& added = *part.content_;
  content.source = added.source;
  forget(first, end);
  move_extras(move);

  std::vector<NodeData>& nodes = content.nodes;
  const auto added_count = static_cast<NodeId>(added.nodes.size() - 1);
  const NodeId shift = added_count - (end - first);  // of the ids from `end` on, modulo 2^32
  for (auto node = at(nodes, end); node != nodes.end(); ++node) {
    node->span.begin += move.by;
    node->span.end += move.by;
    node->content.begin += move.by;
    node->content.end += move.by;
    if (node->parent != 0) node->parent += shift;
    node->subtree_end += shift;
  }
  const NodeId common = std::min(end - first, added_count);
  const auto rest = at(added.nodes, 1 + common);
  const auto place = std::copy(at(added.nodes, 1), rest, at(nodes, first));
  if (common < added_count) {
    nodes.insert(place, rest, added.nodes.end());
  } else {
    nodes.erase(place, at(nodes, end));
  }

  const auto extras_before = static_cast<std::uint32_t>(content.extras.size());
  const auto bytes_before = static_cast<std::uint32_t>(content.bytes.size());
  for (auto node = at(nodes, first); node != at(nodes, first + added_count); ++node) {
    if (node->parent != 0) node->parent += first - 1;
    node->subtree_end += first - 1;
    if (node->extra != kNoExtra) node->extra += extras_before;
  }
  content.extras.insert(content.extras.end(), added.extras.begin(), added.extras.end());
  for (auto extra = at(content.extras, extras_before); extra != content.extras.end(); ++extra) {
    for (const auto piece : pieces()) {
      if (!((*extra).*piece).of_source) ((*extra).*piece).begin += bytes_before;
    }
  }
  content.bytes += added.bytes;

  NodeData& root = nodes.front();
  root.span = root.content = body;
  root.subtree_end = static_cast<NodeId>(nodes.size());
}

// Counts what the nodes leave behind.
void TreeEditor::forget(NodeId first, NodeId end) {
  Tree::Content& content = *content_;
  for (NodeId node = first; node < end; ++node) {
    if (content.nodes[node].extra == kNoExtra) continue;
    ExtraData& extra = content.extras[content.nodes[node].extra];
    ++content.litter;
    for (const auto piece : pieces()) content.litter += (extra.*piece).of_source ? 0 : (extra.*piece).size;
    extra = {};
  }
}

void TreeEditor::move_extras(Move move) {
  if (move.by == 0) return;
  for (ExtraData& extra : content_->extras) {
    for (const auto piece : pieces()) {
      TextPiece& text = extra.*piece;
      if (text.of_source && text.begin >= move.from) text.begin += move.by;
    }
    for (Attribute& attribute : extra.attributes) attribute.span = move(attribute.span);
  }
}

void TreeEditor::set_attribute(NodeId node, std::string_view name, std::string_view value) {
  const std::uint32_t extra = content_->nodes[node].extra;
  if (extra == kNoExtra) return;
  for (Attribute& attribute : content_->extras[extra].attributes) {
    if (attribute.name == name && attribute.value != value) attribute.value = value;
  }
}

// Leaves behind what no node has.
void TreeEditor::compact() {
  std::vector<ExtraData> extras;
  std::string bytes;
  for (NodeData& node : content_->nodes) {
    if (node.extra == kNoExtra) continue;
    ExtraData& extra = content_->extras[node.extra];
    for (const auto piece : pieces()) {
      TextPiece& text = extra.*piece;
      if (text.of_source) continue;
      const std::string_view old = content_->view(text);
      text.begin = static_cast<std::uint32_t>(bytes.size());
      bytes += old;
    }
    node.extra = static_cast<std::uint32_t>(extras.size());
    extras.push_back(std::move(extra));
  }
  content_->extras = std::move(extras);
  content_->bytes = std::move(bytes);
  content_->litter = 0;
}

Tree TreeEditor::finish() && {
  if (content_->litter > kLitter + (content_->extras.size() + content_->bytes.size()) / 2) compact();
  return Tree(std::move(content_));
}

}  // namespace depeche::markdown
