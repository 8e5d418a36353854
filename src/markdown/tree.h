// The finished tree and how to walk it. The parsers build it through markdown/tree_builder.h.
#pragma once

#include <memory>
#include <span>

#include "base/diagnostic.h"
#include "markdown/node.h"

namespace depeche::markdown {

class Tree {
 public:
  // A tree of no text.
  Tree();

  NodeId root() const { return 0; }
  std::size_t size() const;  // nodes

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

  // What the node says, where its kind has it (see Kind): escapes and entities resolved.
  std::string_view text(NodeId node) const;
  std::string_view name(NodeId node) const;
  std::string_view label(NodeId node) const;
  int level(NodeId node) const;
  Alignment alignment(NodeId node) const;
  bool checked(NodeId node) const;
  // Whether a list item's or description's only paragraph shows without a <p> ("transparent").
  bool is_tight(NodeId node) const;

  std::span<const Attribute> attributes(NodeId node) const;
  // The value of an attribute, or none.
  std::optional<std::string_view> attribute(NodeId node, std::string_view name) const;
  // Whether the attribute "class" has this word.
  bool has_class(NodeId node, std::string_view word) const;

  // The innermost node whose span contains `offset` (an end counts as inside where nothing begins there).
  // O(log n).
  NodeId node_at(Offset offset) const;

  // All text of a subtree as a reader sees it, without markup.
  std::string plain_text(NodeId node) const;

 private:
  friend class TreeBuilder;
  struct Content;
  std::shared_ptr<const Content> content_;
};

}  // namespace depeche::markdown
