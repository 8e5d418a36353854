#include "markdown/tree.h"

#include "doctest/doctest.h"

#include "markdown/tree_builder.h"

using namespace depeche;
using namespace depeche::markdown;

namespace {

// "Un *mot* ici" as a parser would write it.
Tree sample() {
  TreeBuilder builder(Text("Un *mot* ici"), {0, 12});
  builder.open(Kind::kParagraph, 0);
  builder.add(Kind::kText, {0, 3});
  const NodeId emphasis = builder.open(Kind::kEmphasis, 3);
  builder.set_content(emphasis, {4, 7});
  builder.add_attribute(emphasis, {"class", "a b", {}});
  builder.add(Kind::kText, {4, 7});
  builder.close(8);
  builder.add(Kind::kText, {8, 12});
  builder.close(12);
  return std::move(builder).finish();
}

}  // namespace

TEST_CASE("a tree is walked by children, siblings and parents") {
  const Tree tree = sample();
  REQUIRE(tree.size() == 6);
  const NodeId paragraph = tree.first_child(tree.root());
  std::vector<Kind> kinds;
  for (NodeId child : tree.children(paragraph)) kinds.push_back(tree.kind(child));
  CHECK(kinds == std::vector{Kind::kText, Kind::kEmphasis, Kind::kText});
  CHECK(tree.next_sibling(paragraph) == kNoNode);
  CHECK(tree.parent(paragraph) == tree.root());
  CHECK(tree.parent(tree.root()) == kNoNode);
  CHECK(tree.subtree_end(3) == 5);
}

TEST_CASE("nodes tell their source, content, text and attributes") {
  const Tree tree = sample();
  CHECK(tree.span(3) == Span{3, 8});
  CHECK(tree.content(3) == Span{4, 7});
  CHECK(tree.text(4) == "mot");
  CHECK(tree.text(3).empty());
  CHECK(tree.attribute(3, "class") == "a b");
  CHECK(tree.has_class(3, "b"));
  CHECK_FALSE(tree.has_class(3, "a b"));
  CHECK_FALSE(tree.attribute(3, "id"));
  CHECK(tree.plain_text(tree.root()) == "Un mot ici");
}

TEST_CASE("the innermost node is found at each offset") {
  const Tree tree = sample();
  CHECK(tree.node_at(0) == 2);
  CHECK(tree.node_at(3) == 3);
  CHECK(tree.node_at(4) == 4);
  CHECK(tree.node_at(8) == 5);
  CHECK(tree.node_at(12) == 5);
}

TEST_CASE("rewinding drops what was written since the mark") {
  TreeBuilder builder(Text("abc"), {0, 3});
  builder.add(Kind::kText, {0, 1});
  const TreeBuilder::Mark mark = builder.mark();
  builder.open(Kind::kStrong, 1);
  builder.set_text(builder.add(Kind::kEntity, {1, 2}), "x");
  builder.rewind(mark);
  builder.add(Kind::kText, {1, 3});
  const Tree tree = std::move(builder).finish();
  CHECK(tree.size() == 3);
  CHECK(tree.text(2) == "bc");
}

TEST_CASE("whatever is written, spans nest and do not overlap") {
  TreeBuilder builder(Text("abcdef"), {0, 6});
  builder.open(Kind::kParagraph, 2);
  builder.add(Kind::kText, {0, 4});
  builder.add(Kind::kText, {3, 5});
  builder.close(3);
  const Tree tree = std::move(builder).finish();
  CHECK(tree.span(1) == Span{2, 5});
  CHECK(tree.span(2) == Span{2, 4});
  CHECK(tree.span(3) == Span{4, 5});
}
