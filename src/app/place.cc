#include "app/place.h"

#include <algorithm>
#include <optional>

#include "site/names/classes.h"

namespace depeche::app {
namespace {

using markdown::Kind;
using markdown::kNoNode;
using markdown::NodeId;
using markdown::Tree;
using site::BlockClass;

// Whether the caret in `span` is inside the marks of `node`.
bool is_inside(const Tree& tree, NodeId node, Span span) {
  const Span content = tree.content(node);
  return content.begin <= span.begin && span.end <= content.end;
}

// Tags that do what marks do.
void read_element(const Tree& tree, NodeId node, Place& place) {
  const std::string_view name = tree.name(node);
  if (name == "strong" || name == "b") {
    place.bold = true;
    if (place.bold_tags == kNoNode) place.bold_tags = node;
  } else if (name == "em" || name == "i") {
    place.italic = true;
    if (place.italic_tags == kNoNode) place.italic_tags = node;
  }
}

void read_classes(const Tree& tree, NodeId node, Place& place) {
  const auto has = [&](BlockClass name) { return tree.has_class(node, site::class_name(name)); };
  if (has(BlockClass::kCitation) || has(BlockClass::kAuthor)) place.citation = true;
  if (has(BlockClass::kImportantLink)) place.important_link = true;
}

// The innermost keeps its place.
void take_first(NodeId node, NodeId& first) {
  if (first == kNoNode) first = node;
}

// A node without meaning for blocks is passed over, and so in read_span().
void read_block(const Tree& tree, NodeId node, Place& place) {
  const bool is_in_list = place.bullet_list || place.ordered_list;
  switch (tree.kind(node)) {
    case Kind::kCodeBlock:
      place.code = true;
      place.code_node = node;
      break;
    case Kind::kTable:
      return take_first(node, place.table);
    case Kind::kHeading:
      if (place.heading == 0) place.heading = tree.level(node);
      break;
    case Kind::kUnorderedList:
      place.bullet_list = place.bullet_list || !is_in_list;
      break;
    case Kind::kOrderedList:
      place.ordered_list = place.ordered_list || !is_in_list;
      break;
    case Kind::kBlockQuote:
      place.quote = true;
      break;
    case Kind::kParagraph:
      return read_classes(tree, node, place);
    default:
      break;
  }
}

// `counts`: what is asked about is of the construct, not of its marks alone.
void read_span(const Tree& tree, NodeId node, bool counts, Place& place) {
  switch (tree.kind(node)) {
    case Kind::kStrong:
      place.bold = place.bold || counts;
      break;
    case Kind::kEmphasis:
      place.italic = place.italic || counts;
      break;
    case Kind::kHtmlSpan:
      if (counts) read_element(tree, node, place);
      break;
    case Kind::kStrikethrough:
      place.struck = place.struck || counts;
      if (counts) take_first(node, place.struck_node);
      break;
    case Kind::kCodeSpan:
      place.code = place.code || counts;
      if (counts) take_first(node, place.code_node);
      break;
    case Kind::kLink:
      return take_first(node, place.link);
    case Kind::kImage:
      return take_first(node, place.image);
    default:
      break;
  }
}

bool is_never_formatted(Kind kind) {
  switch (kind) {
    case Kind::kMathBlock:
    case Kind::kMathSpan:
    case Kind::kHtmlRaw:
    case Kind::kHtmlEndTag:
    case Kind::kHtmlComment:
    case Kind::kLiquid:
      return true;
    default:
      return false;
  }
}

// Reads what is around `span` from the innermost node that holds it all, up to the root.
Place read_place(const Tree& tree, Span span) {
  Place place;
  for (NodeId node = tree.node_at(span.begin); node != kNoNode; node = tree.parent(node)) {
    if (tree.span(node).end < span.end) continue;
    // A selection of all of a construct, with its marks, is of it too.
    const bool counts = span.empty() ? is_inside(tree, node, span) : tree.span(node).contains(span);
    read_block(tree, node, place);
    read_span(tree, node, counts, place);
    if (is_never_formatted(tree.kind(node))) place.kind = editor::TextKind::kCode;
  }
  if (place.code) place.kind = editor::TextKind::kCode;
  return place;
}

// What both places have.
Place common(const Place& one, const Place& other) {
  Place both = one;
  both.bold = one.bold && other.bold;
  both.italic = one.italic && other.italic;
  both.struck = one.struck && other.struck;
  both.code = one.code && other.code;
  both.bullet_list = one.bullet_list && other.bullet_list;
  both.ordered_list = one.ordered_list && other.ordered_list;
  both.quote = one.quote && other.quote;
  both.citation = one.citation && other.citation;
  both.important_link = one.important_link && other.important_link;
  if (one.heading != other.heading) both.heading = 0;
  if (one.kind != other.kind) both.kind = editor::TextKind::kMarkdown;
  const auto same = [](NodeId a, NodeId b) { return a == b ? a : kNoNode; };
  both.link = same(one.link, other.link);
  both.image = same(one.image, other.image);
  both.table = same(one.table, other.table);
  both.bold_tags = same(one.bold_tags, other.bold_tags);
  both.italic_tags = same(one.italic_tags, other.italic_tags);
  both.struck_node = same(one.struck_node, other.struck_node);
  both.code_node = same(one.code_node, other.code_node);
  return both;
}

bool says_something(const Release& release, Span span) {
  return release.text.bytes(span).find_first_not_of(" \t\r\n") != std::string_view::npos;
}

}  // namespace

bool is_in_front_matter(const Release& release, Offset offset) {
  const frontmatter::FrontMatter& front = release.front_matter;
  return front.present && offset <= release.text.line(release.text.line_at(front.yaml.end)).end;
}

editor::TextKind kind_at(const Release& release, Offset offset) {
  if (is_in_front_matter(release, offset)) return editor::TextKind::kYaml;
  return read_place(release.tree, {offset, offset}).kind;
}

Place place_at(const Release& release, Selection selection) {
  const Span span = selection.span();
  if (is_in_front_matter(release, span.begin)) {
    Place place;
    place.kind = editor::TextKind::kYaml;
    return place;
  }
  const Tree& tree = release.tree;
  if (span.empty()) return read_place(tree, span);

  std::optional<Place> all;
  std::size_t texts = 0;
  const NodeId first = tree.node_at(span.begin);
  for (NodeId node = first; node < tree.size() && tree.span(node).begin < span.end; ++node) {
    const bool is_leaf = tree.first_child(node) == kNoNode && tree.kind(node) != Kind::kBlankLine;
    const Span part{std::max(tree.span(node).begin, span.begin), std::min(tree.span(node).end, span.end)};
    if (!is_leaf || part.begin >= part.end || !says_something(release, part)) continue;
    if (++texts > kMaxTexts) return {};
    const Place place = read_place(tree, part);
    all = all ? common(*all, place) : place;
  }
  return all.value_or(read_place(tree, span));
}

editor::LinkParts parts_of(const Tree& tree, NodeId node) {
  editor::LinkParts parts{tree.span(node), tree.content(node), {}};
  for (const markdown::Attribute& attribute : tree.attributes(node)) {
    if (attribute.name == "href" || attribute.name == "src") parts.target = attribute.span;
  }
  return parts;
}

}  // namespace depeche::app
