#include "markdown/tree.h"

#include <algorithm>

#include "markdown/tree_content.h"

namespace depeche::markdown {
namespace {

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

}  // namespace

std::string_view name(Kind kind) {
  switch (kind) {
    case Kind::kDocument:
      return "document";
    case Kind::kParagraph:
      return "paragraph";
    case Kind::kHeading:
      return "heading";
    case Kind::kBlockQuote:
      return "block_quote";
    case Kind::kUnorderedList:
      return "unordered_list";
    case Kind::kOrderedList:
      return "ordered_list";
    case Kind::kListItem:
      return "list_item";
    case Kind::kDefinitionList:
      return "definition_list";
    case Kind::kDefinitionTerm:
      return "definition_term";
    case Kind::kDefinitionDescription:
      return "definition_description";
    case Kind::kTable:
      return "table";
    case Kind::kTableHead:
      return "table_head";
    case Kind::kTableBody:
      return "table_body";
    case Kind::kTableFoot:
      return "table_foot";
    case Kind::kTableRow:
      return "table_row";
    case Kind::kTableCell:
      return "table_cell";
    case Kind::kCodeBlock:
      return "code_block";
    case Kind::kThematicBreak:
      return "thematic_break";
    case Kind::kHtmlBlock:
      return "html_block";
    case Kind::kHtmlEndTag:
      return "html_end_tag";
    case Kind::kHtmlComment:
      return "html_comment";
    case Kind::kHtmlRaw:
      return "html_raw";
    case Kind::kMathBlock:
      return "math_block";
    case Kind::kTableOfContents:
      return "table_of_contents";
    case Kind::kFootnoteDefinition:
      return "footnote_definition";
    case Kind::kAbbreviationDefinition:
      return "abbreviation_definition";
    case Kind::kLinkDefinition:
      return "link_definition";
    case Kind::kAttributeList:
      return "attribute_list";
    case Kind::kExtension:
      return "extension";
    case Kind::kBlankLine:
      return "blank_line";
    case Kind::kText:
      return "text";
    case Kind::kEmphasis:
      return "emphasis";
    case Kind::kStrong:
      return "strong";
    case Kind::kStrikethrough:
      return "strikethrough";
    case Kind::kCodeSpan:
      return "code_span";
    case Kind::kLink:
      return "link";
    case Kind::kImage:
      return "image";
    case Kind::kLineBreak:
      return "line_break";
    case Kind::kHtmlSpan:
      return "html_span";
    case Kind::kEntity:
      return "entity";
    case Kind::kSmartQuote:
      return "smart_quote";
    case Kind::kTypographicSymbol:
      return "typographic_symbol";
    case Kind::kFootnoteReference:
      return "footnote_reference";
    case Kind::kAbbreviation:
      return "abbreviation";
    case Kind::kMathSpan:
      return "math_span";
    case Kind::kTaskMarker:
      return "task_marker";
    case Kind::kLiquid:
      return "liquid";
  }
  return "";
}

bool is_block(Kind kind) {
  return kind < Kind::kText;
}

Tree::Tree() {
  auto content = std::make_shared<Content>();
  content->nodes.push_back({});
  content->nodes[0].subtree_end = 1;
  content_ = std::move(content);
}

Tree::Tree(std::shared_ptr<const Content> content) : content_(std::move(content)) {}

std::size_t Tree::size() const {
  return content_->nodes.size();
}
const Text& Tree::source() const {
  return content_->source;
}

Kind Tree::kind(NodeId node) const {
  return content_->nodes[node].kind;
}
Span Tree::span(NodeId node) const {
  return content_->nodes[node].span;
}
Span Tree::content(NodeId node) const {
  return content_->nodes[node].content;
}
NodeId Tree::parent(NodeId node) const {
  return content_->nodes[node].parent;
}
NodeId Tree::subtree_end(NodeId node) const {
  return content_->nodes[node].subtree_end;
}

NodeId Tree::first_child(NodeId node) const {
  return subtree_end(node) > node + 1 ? node + 1 : kNoNode;
}

NodeId Tree::next_sibling(NodeId node) const {
  const NodeId next = subtree_end(node);
  const NodeId above = parent(node);
  return above != kNoNode && next < subtree_end(above) ? next : kNoNode;
}

std::string_view Tree::text(NodeId node) const {
  const NodeData& data = content_->nodes[node];
  if (data.text_is_content) return content_->source.bytes(data.content);
  return data.extra == kNoExtra ? std::string_view() : content_->view(content_->extras[data.extra].text);
}

std::string_view Tree::name(NodeId node) const {
  const NodeData& data = content_->nodes[node];
  return data.extra == kNoExtra ? std::string_view() : content_->view(content_->extras[data.extra].name);
}

std::string_view Tree::label(NodeId node) const {
  const NodeData& data = content_->nodes[node];
  return data.extra == kNoExtra ? std::string_view() : content_->view(content_->extras[data.extra].label);
}

int Tree::level(NodeId node) const {
  return content_->nodes[node].detail;
}
Alignment Tree::alignment(NodeId node) const {
  return static_cast<Alignment>(content_->nodes[node].detail);
}
bool Tree::checked(NodeId node) const {
  return content_->nodes[node].detail != 0;
}
bool Tree::is_tight(NodeId node) const {
  return kind(node) == Kind::kParagraph && content_->nodes[node].detail != 0;
}
ContentModel Tree::content_model(NodeId node) const {
  return static_cast<ContentModel>(content_->nodes[node].detail & kContentModelBits);
}

bool Tree::is_self_closed(NodeId node) const {
  return (content_->nodes[node].detail & kSelfClosedBit) != 0;
}

bool Tree::end_tag_is_apart(NodeId node) const {
  return (content_->nodes[node].detail & kEndTagApartBit) != 0;
}

std::span<const Attribute> Tree::attributes(NodeId node) const {
  const NodeData& data = content_->nodes[node];
  if (data.extra == kNoExtra) return {};
  return content_->extras[data.extra].attributes;
}

std::optional<std::string_view> Tree::attribute(NodeId node, std::string_view name) const {
  for (const Attribute& attribute : attributes(node)) {
    if (attribute.name == name) return attribute.value ? std::string_view(*attribute.value) : "";
  }
  return std::nullopt;
}

bool Tree::has_class(NodeId node, std::string_view word) const {
  const std::string_view words = attribute(node, "class").value_or("");
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t end = begin;
    while (end < words.size() && !is_space(words[end])) ++end;
    if (words.substr(begin, end - begin) == word) return true;
    begin = end + 1;
  }
  return false;
}

NodeId Tree::node_at(Offset offset) const {
  // Nodes are in order of their begin, so the innermost is the last that begins here or before, or above it.
  const auto& nodes = content_->nodes;
  const auto after = std::upper_bound(nodes.begin() + 1, nodes.end(), offset,
                                      [](Offset at, const NodeData& node) { return at < node.span.begin; });
  auto node = static_cast<NodeId>(after - nodes.begin() - 1);
  while (node != root() && nodes[node].span.end < offset) node = nodes[node].parent;
  // At an end, what goes on past it is the better answer only where a node begins there, and that was found.
  return node;
}

std::string Tree::plain_text(NodeId node) const {
  std::string out;
  for (NodeId id = node; id < subtree_end(node); ++id) {
    switch (kind(id)) {
      case Kind::kText:
      case Kind::kCodeSpan:
      case Kind::kCodeBlock:
      case Kind::kEntity:
      case Kind::kSmartQuote:
      case Kind::kTypographicSymbol:
      case Kind::kAbbreviation:
      case Kind::kMathSpan:
      case Kind::kMathBlock:
      case Kind::kLiquid:
        for (char c : text(id)) out += c == '\n' || c == '\r' ? ' ' : c;
        break;
      case Kind::kLineBreak:
        out += ' ';
        break;
      case Kind::kImage:
        out += attribute(id, "alt").value_or("");
        break;
      default:
        break;
    }
    if (kind(id) == Kind::kImage || kind(id) == Kind::kLiquid) id = subtree_end(id) - 1;
  }
  return out;
}

std::size_t Tree::memory() const {
  std::size_t bytes = content_->nodes.capacity() * sizeof(NodeData) +
                      content_->extras.capacity() * sizeof(ExtraData) + content_->bytes.capacity();
  for (const ExtraData& extra : content_->extras) {
    bytes += extra.attributes.capacity() * sizeof(Attribute);
    for (const Attribute& attribute : extra.attributes) {
      bytes += attribute.name.capacity() + (attribute.value ? attribute.value->capacity() : 0);
    }
  }
  return bytes;
}

}  // namespace depeche::markdown
