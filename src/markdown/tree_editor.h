// Makes a tree follow a change of its text: some children of the root are replaced by new ones, and what is
// behind them moves. This takes a pass over what moves. The tree is copied only if somebody else holds it.
#pragma once

#include <memory>
#include <string_view>

#include "base/span.h"
#include "markdown/tree.h"

namespace depeche::markdown {

// What was at `from` or later in the text before is `by` bytes further on in the text after, modulo 2^32.
struct Move {
  Offset from = 0;
  Offset by = 0;

  // An empty span at 0 stands for no place.
  Span operator()(Span span) const {
    return span.begin < from || span == Span{} ? span : Span{span.begin + by, span.end + by};
  }
};

class TreeEditor {
 public:
  explicit TreeEditor(Tree tree);
  ~TreeEditor();
  TreeEditor(const TreeEditor&) = delete;
  TreeEditor& operator=(const TreeEditor&) = delete;

  // Replaces the nodes from `first` up to `end`, whole children of the root, by the children of `part`'s root,
  // and moves those from `end` on. `part` is a tree of the text after, and `body` the root's new span. The spans
  // of all nodes' attributes move with the source that they were read from.
  void replace(NodeId first, NodeId end, const Tree& part, Span body, Move move);

  // Replaces the value of an attribute; does nothing if the node does not have it.
  void set_attribute(NodeId node, std::string_view name, std::string_view value);

  Tree finish() &&;

 private:
  void forget(NodeId first, NodeId end);
  void move_extras(Move move);
  void compact();

  std::shared_ptr<Tree::Content> content_;
};

}  // namespace depeche::markdown
