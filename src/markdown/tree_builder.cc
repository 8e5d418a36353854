#include "markdown/tree_builder.h"

#include <algorithm>
#include <utility>

#include "markdown/tree_content.h"

namespace depeche::markdown {
namespace {

// Gives back what was reserved too much, where that is worth copying the rest.
template <typename Container>
void fit(Container& container) {
  if (container.capacity() - container.size() > container.size() / 2) container.shrink_to_fit();
}

}  // namespace

TreeBuilder::TreeBuilder(const Text& text, Span body)
    : content_(std::make_shared<Tree::Content>()), body_(body), floor_(body.begin) {
  content_->source = text;
  content_->nodes.reserve(body.size() / 24 + 1);
  NodeData root;
  root.span = root.content = body;
  content_->nodes.push_back(root);
  open_.push_back(0);
}

TreeBuilder::~TreeBuilder() = default;

NodeId TreeBuilder::open(Kind kind, Offset begin) {
  NodeData node;
  node.kind = kind;
  node.span.begin = std::clamp(begin, floor_, body_.end);
  node.span.end = node.span.begin;
  node.content = node.span;
  node.parent = open_.back();
  const auto id = static_cast<NodeId>(content_->nodes.size());
  content_->nodes.push_back(node);
  open_.push_back(id);
  floor_ = node.span.begin;
  return id;
}

void TreeBuilder::close(Offset end) {
  NodeData& node = content_->nodes[open_.back()];
  const bool content_is_set = !(node.content == node.span);
  node.span.end = std::clamp(end, floor_, body_.end);
  if (!content_is_set) {
    node.content = node.span;
  } else {
    node.content.begin = std::clamp(node.content.begin, node.span.begin, node.span.end);
    node.content.end = std::clamp(node.content.end, node.content.begin, node.span.end);
  }
  node.subtree_end = static_cast<NodeId>(content_->nodes.size());
  floor_ = node.span.end;
  open_.pop_back();
}

NodeId TreeBuilder::next_id() const {
  return static_cast<NodeId>(content_->nodes.size());
}

NodeId TreeBuilder::add(Kind kind, Span span) {
  const NodeId id = open(kind, span.begin);
  content_->nodes[id].text_is_content = true;
  close(span.end);
  return id;
}

void TreeBuilder::set_content(NodeId node, Span content) {
  NodeData& data = content_->nodes[node];
  data.content = content;
  if (data.subtree_end != 0) {  // closed
    data.content.begin = std::clamp(content.begin, data.span.begin, data.span.end);
    data.content.end = std::clamp(content.end, data.content.begin, data.span.end);
  }
}

void TreeBuilder::set_text(NodeId node, Span source) {
  NodeData& data = content_->nodes[node];
  data.text_is_content = source == data.content;
  if (data.text_is_content) return;
  extra(node).text = {source.begin, source.size(), true};
}

void TreeBuilder::set_text(NodeId node, std::string_view text) {
  if (content_->source.bytes(content_->nodes[node].content) == text) {
    content_->nodes[node].text_is_content = true;
    return;
  }
  content_->nodes[node].text_is_content = false;
  extra(node).text = {static_cast<std::uint32_t>(content_->bytes.size()),
                      static_cast<std::uint32_t>(text.size()), false};
  content_->bytes += text;
}

void TreeBuilder::set_name(NodeId node, std::string_view name) {
  extra(node).name = {static_cast<std::uint32_t>(content_->bytes.size()),
                      static_cast<std::uint32_t>(name.size()), false};
  content_->bytes += name;
}

void TreeBuilder::set_label(NodeId node, std::string_view label) {
  extra(node).label = {static_cast<std::uint32_t>(content_->bytes.size()),
                       static_cast<std::uint32_t>(label.size()), false};
  content_->bytes += label;
}

void TreeBuilder::set_level(NodeId node, int level) {
  content_->nodes[node].detail = static_cast<std::uint8_t>(level);
}
void TreeBuilder::set_alignment(NodeId node, Alignment alignment) {
  content_->nodes[node].detail = static_cast<std::uint8_t>(alignment);
}
void TreeBuilder::set_checked(NodeId node, bool checked) {
  content_->nodes[node].detail = checked;
}
void TreeBuilder::set_tight(NodeId node, bool tight) {
  content_->nodes[node].detail = tight;
}
void TreeBuilder::set_content_model(NodeId node, ContentModel model) {
  content_->nodes[node].detail = static_cast<std::uint8_t>(model);
}
void TreeBuilder::set_self_closed(NodeId node, bool self_closed) {
  if (self_closed) content_->nodes[node].detail |= kSelfClosedBit;
}

void TreeBuilder::set_end_tag_apart(NodeId node, bool apart) {
  if (apart) content_->nodes[node].detail |= kEndTagApartBit;
}

void TreeBuilder::add_attribute(NodeId node, Attribute attribute) {
  extra(node).attributes.push_back(std::move(attribute));
}

Attribute* TreeBuilder::find_attribute(NodeId node, std::string_view name) {
  for (Attribute& attribute : extra(node).attributes) {
    if (attribute.name == name) return &attribute;
  }
  return nullptr;
}

bool TreeBuilder::has_attribute(NodeId node, std::string_view name) const {
  const std::uint32_t index = content_->nodes[node].extra;
  if (index == kNoExtra) return false;
  const auto& attributes = content_->extras[index].attributes;
  return std::any_of(attributes.begin(), attributes.end(),
                     [&](const Attribute& attribute) { return attribute.name == name; });
}

void TreeBuilder::set_attribute(NodeId node, std::string_view name, std::string value, Span span) {
  if (Attribute* attribute = find_attribute(node, name)) {
    attribute->value = std::move(value);
    attribute->span = span;
  } else {
    add_attribute(node, {std::string(name), std::move(value), span});
  }
}

void TreeBuilder::add_class(NodeId node, std::string_view word, Span span) {
  Attribute* attribute = find_attribute(node, "class");
  if (!attribute || !attribute->value || attribute->value->empty())
    return set_attribute(node, "class", std::string(word), span);
  *attribute->value += ' ';
  *attribute->value += word;
}

TreeBuilder::Mark TreeBuilder::mark() const {
  return {content_->nodes.size(), content_->extras.size(), content_->bytes.size(), open_.size(), floor_};
}

void TreeBuilder::rewind(const Mark& mark) {
  content_->nodes.resize(mark.nodes);
  content_->extras.resize(mark.extras);
  content_->bytes.resize(mark.bytes);
  open_.resize(mark.open);
  floor_ = mark.floor;
}

Tree TreeBuilder::finish() && {
  while (!open_.empty()) close(body_.end);
  fit(content_->nodes);
  fit(content_->extras);
  fit(content_->bytes);
  return Tree(std::move(content_));
}

ExtraData& TreeBuilder::extra(NodeId node) {
  NodeData& data = content_->nodes[node];
  if (data.extra == kNoExtra) {
    data.extra = static_cast<std::uint32_t>(content_->extras.size());
    content_->extras.emplace_back();
  }
  return content_->extras[data.extra];
}

}  // namespace depeche::markdown
