// How the parsers write a tree: nodes in document order, each opened, filled and closed.
//
//   TreeBuilder builder(text, body);            // the document itself is open
//   NodeId quote = builder.open(Kind::kBlockQuote, begin);
//   builder.add(Kind::kText, span);
//   builder.close(end);
//   Tree tree = std::move(builder).finish();
//
// Whatever is passed, the tree's spans nest, siblings do not overlap, and all are inside the body: a span
// that begins before the end of its previous sibling begins there, and one that ends before its last
// child ends with it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "markdown/node.h"
#include "markdown/tree.h"
#include "text/text.h"

namespace depeche::markdown {

struct ExtraData;

class TreeBuilder {
 public:
  TreeBuilder(const Text& text, Span body);
  ~TreeBuilder();
  TreeBuilder(const TreeBuilder&) = delete;
  TreeBuilder& operator=(const TreeBuilder&) = delete;

  // Opens a child of the innermost open node.
  NodeId open(Kind kind, Offset begin);
  // Closes the innermost open node.
  void close(Offset end);
  // A node without children. Its text is the source of its content unless set_text follows.
  NodeId add(Kind kind, Span span);
  // The id that the next node gets.
  NodeId next_id() const;
  // The number of open nodes, with the document.
  std::size_t depth() const { return open_.size(); }

  // The inner part of the source; the whole span unless set.
  void set_content(NodeId node, Span content);
  // What text() gives: a part of the source, without a copy, or `text`, copied unless the content reads the same.
  void set_text(NodeId node, Span source);
  void set_text(NodeId node, std::string_view text);
  void set_name(NodeId node, std::string_view name);
  void set_label(NodeId node, std::string_view label);
  void set_level(NodeId node, int level);  // 1 to 6
  void set_alignment(NodeId node, Alignment alignment);
  void set_checked(NodeId node, bool checked);
  void set_tight(NodeId node, bool tight);
  // Before set_self_closed() and set_end_tag_apart(), which it resets.
  void set_content_model(NodeId node, ContentModel model);
  void set_self_closed(NodeId node, bool self_closed);
  void set_end_tag_apart(NodeId node, bool apart);
  // Adds at the end of the node's attributes. Does not look for another of that name.
  void add_attribute(NodeId node, Attribute attribute);
  // Replaces the attribute's value, or adds it at the end.
  void set_attribute(NodeId node, std::string_view name, std::string value, Span span);
  bool has_attribute(NodeId node, std::string_view name) const;
  // Adds a word to the attribute "class".
  void add_class(NodeId node, std::string_view word, Span span);

  // A place to come back to: rewind(mark) drops all nodes that were opened since. None of the nodes that were
  // open at the mark may have been closed or given text or attributes in between.
  struct Mark {
    std::size_t nodes, extras, bytes, open;
    Offset floor;
  };
  Mark mark() const;
  void rewind(const Mark& mark);

  // Closes what is open at the end of the body.
  Tree finish() &&;

 private:
  ExtraData& extra(NodeId node);
  Attribute* find_attribute(NodeId node, std::string_view name);

  std::shared_ptr<Tree::Content> content_;
  std::vector<NodeId> open_;
  Span body_;
  Offset
      floor_;  // where the next node may begin: the end of what was last closed, or the beginning of what is open
};

}  // namespace depeche::markdown
