// The finished tree and how to walk it. The parsers build it through markdown/tree_builder.h.
//
// A Tree is a value: copying it shares its nodes, and it keeps its Text alive.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/span.h"
#include "markdown/node.h"
#include "text/text.h"

namespace depeche::markdown {

class Tree {
 public:
  // A tree of no text.
  Tree();

  NodeId root() const { return 0; }
  std::size_t size() const;  // nodes, at least 1
  const Text& source() const;

  Kind kind(NodeId node) const;
  Span span(NodeId node) const;      // the whole construct, e.g. `[label](target)`
  Span content(NodeId node) const;   // the inner part, e.g. `label`; equals span() where they do not differ
  NodeId parent(NodeId node) const;  // kNoNode for the root

  NodeId first_child(NodeId node) const;   // kNoNode when there is none
  NodeId next_sibling(NodeId node) const;  // kNoNode when it is the last

  // Iterates over the children: `for (NodeId child : tree.children(node))`.
  class Children;
  Children children(NodeId node) const;

  // One past the last node of the subtree; the subtree is [node, subtree_end(node)).
  NodeId subtree_end(NodeId node) const;

  // What the node says, where its kind has it (see Kind): escapes and entities resolved. Other kinds have an
  // empty text(), name() and label(); their level(), alignment(), checked() and content_model() mean nothing.
  // Views live as long as the tree.
  std::string_view text(NodeId node) const;
  std::string_view name(NodeId node) const;
  std::string_view label(NodeId node) const;
  int level(NodeId node) const;
  Alignment alignment(NodeId node) const;
  bool checked(NodeId node) const;
  // Whether a paragraph shows without a <p>, as in an item of a tight list.
  bool is_tight(NodeId node) const;
  // What is inside an HTML element: see ContentModel.
  ContentModel content_model(NodeId node) const;
  // Whether an HTML element was written `<name/>`.
  bool is_self_closed(NodeId node) const;
  // Whether an HTML element ends where another begins, as a row may, without an end tag there. Its end tag comes
  // further on, as a node of its own (kHtmlEndTag), for code that writes tags one after the other.
  bool end_tag_is_apart(NodeId node) const;

  std::span<const Attribute> attributes(NodeId node) const;
  // The value of an attribute ("" for one without a value), or none.
  std::optional<std::string_view> attribute(NodeId node, std::string_view name) const;
  // Whether the attribute "class" has this word.
  bool has_class(NodeId node, std::string_view word) const;

  // The innermost node whose span contains `offset` (an end counts as inside where nothing begins there).
  // The root for an offset outside of it. O(log n).
  NodeId node_at(Offset offset) const;

  // All text of a subtree as a reader sees it, without markup. Line breaks are spaces.
  std::string plain_text(NodeId node) const;

  // Bytes that the tree takes in addition to its source.
  std::size_t memory() const;

 private:
  friend class TreeBuilder;
  friend class TreeEditor;
  struct Content;
  explicit Tree(std::shared_ptr<const Content> content);
  std::shared_ptr<const Content> content_;
};

class Tree::Children {
 public:
  class Iterator {
   public:
    using difference_type = std::ptrdiff_t;
    using value_type = NodeId;
    Iterator() = default;
    Iterator(const Tree* tree, NodeId node) : tree_(tree), node_(node) {}
    NodeId operator*() const { return node_; }
    Iterator& operator++() {
      node_ = tree_->next_sibling(node_);
      return *this;
    }
    Iterator operator++(int) {
      Iterator before = *this;
      ++*this;
      return before;
    }
    bool operator==(const Iterator& other) const { return node_ == other.node_; }

   private:
    const Tree* tree_ = nullptr;
    NodeId node_ = kNoNode;
  };

  Children(const Tree* tree, NodeId first) : tree_(tree), first_(first) {}
  Iterator begin() const { return {tree_, first_}; }
  Iterator end() const { return {tree_, kNoNode}; }
  bool empty() const { return first_ == kNoNode; }

 private:
  const Tree* tree_;
  NodeId first_;
};

inline Tree::Children Tree::children(NodeId node) const {
  return {this, first_child(node)};
}

}  // namespace depeche::markdown
