#include "writers/html_kramdown.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "html/elements.h"
#include "writers/html_escape.h"
#include "writers/kramdown_converter.h"

namespace depeche::writers {

using markdown::Attribute;
using markdown::ContentModel;
using markdown::Kind;
using markdown::kNoNode;
using markdown::NodeId;

HtmlBlocks KramdownConverter::convert() {
  html_.reserve(tree_.source().size() + tree_.source().size() / 4);
  for (NodeId node = 0; node < tree_.size(); ++node) {
    if (tree_.kind(node) == Kind::kFootnoteDefinition) definitions_[tree_.label(node)].node = node;
    if (tree_.kind(node) == Kind::kExtension && tree_.name(node) == "options") read_options(node);
  }
  write_children(tree_.root(), 0);
  HtmlBlocks written{std::exchange(html_, {}), std::move(blocks_)};
  write_footnotes(footnotes_columns_);
  add_footnotes(written);
  return written;
}

// At the end, or where the text asked for them: they are then a part of the block there.
void KramdownConverter::add_footnotes(HtmlBlocks& written) const {
  if (html_.empty()) return;
  const std::size_t place = std::min(footnotes_place_, written.html.size());
  written.html.insert(place, html_);
  if (footnotes_place_ == kNowhere) return written.blocks.push_back({kNoNode, written.html.size()});
  for (HtmlBlocks::Block& block : written.blocks) {
    if (block.end >= place) block.end += html_.size();
  }
}

// What `{::options … /}` says of the HTML.
void KramdownConverter::read_options(NodeId node) {
  const std::string_view number = tree_.attribute(node, "footnote_nr").value_or("");
  std::from_chars(number.data(), number.data() + number.size(), first_footnote_);
}

void KramdownConverter::write_attribute(std::string_view name, std::string_view value) {
  put(" ", name, "=\"");
  append_html_attribute(html_, value);
  put("\"");
}

void KramdownConverter::write_attributes(std::span<const Attribute> attributes) {
  for (const Attribute& attribute : attributes) {
    const std::string_view value = value_of(attribute);
    const bool is_id = attribute.name == "id";
    if (is_id && (is_in_contents_ || value.find_first_not_of(" \t\n") == value.npos)) continue;
    write_attribute(attribute.name, value);
  }
}

void KramdownConverter::open_tag(std::string_view name, NodeId node) {
  put("<", name);
  write_attributes(node);
  put(">");
}

void KramdownConverter::write(NodeId node, int columns) {
  switch (tree_.kind(node)) {
    case Kind::kDocument:
      return write_children(node, columns);
    case Kind::kParagraph:
      return write_paragraph(node, columns);
    case Kind::kHeading: {
      const char name[] = {'h', static_cast<char>('0' + tree_.level(node)), '\0'};
      return write_block(name, node, columns);
    }
    case Kind::kBlockQuote:
      return write_indented_block("blockquote", node, columns);
    case Kind::kUnorderedList:
      return write_list("ul", node, columns);
    case Kind::kOrderedList:
      return write_list("ol", node, columns);
    case Kind::kListItem:
      return write_item("li", node, columns);
    case Kind::kDefinitionList:
      return write_indented_block("dl", node, columns);
    case Kind::kDefinitionTerm:
      return write_block("dt", node, columns);
    case Kind::kDefinitionDescription:
      return write_item("dd", node, columns);
    case Kind::kTable:
      return write_indented_block("table", node, columns);
    case Kind::kTableHead:
      return write_indented_block("thead", node, columns);
    case Kind::kTableBody:
      return write_indented_block("tbody", node, columns);
    case Kind::kTableFoot:
      return write_indented_block("tfoot", node, columns);
    case Kind::kTableRow:
      return write_indented_block("tr", node, columns);
    case Kind::kTableCell:
      return write_table_cell(node, columns);
    case Kind::kCodeBlock:
      return write_code_block(node, columns);
    case Kind::kThematicBreak:
      indent(columns);
      html_ += "<hr";
      write_attributes(node);
      html_ += " />\n";
      return;
    case Kind::kHtmlBlock:
      return write_html_block(node, columns);
    case Kind::kHtmlEndTag:
      return close_tag(tree_.name(node));
    case Kind::kHtmlComment:
    case Kind::kHtmlRaw:
      return write_verbatim(node, columns);
    case Kind::kMathBlock:
      indent(columns);
      write_math(node, "div", "\\[", "\\]\n");
      return;
    case Kind::kTableOfContents:
      return write_contents(node, columns);
    case Kind::kFootnoteDefinition:
    case Kind::kAbbreviationDefinition:
    case Kind::kLinkDefinition:
    case Kind::kAttributeList:
      return;
    case Kind::kExtension:
      return write_extension(node, columns);
    case Kind::kBlankLine:
      html_ += '\n';
      return;
    case Kind::kText:
      if (tree_.kind(tree_.parent(node)) == Kind::kHtmlBlock &&
          html::is_any(tree_.name(tree_.parent(node)), html::kCode)) {
        html_ += tree_.text(node);
      } else {
        append_html_text(html_, tree_.text(node));
      }
      return;
    case Kind::kEmphasis:
      return write_span("em", node, columns);
    case Kind::kStrong:
      return write_span("strong", node, columns);
    case Kind::kStrikethrough:
      return write_span("del", node, columns);
    case Kind::kCodeSpan:
      open_tag("code", node);
      append_html_text(html_, tree_.text(node));
      close_tag("code");
      return;
    case Kind::kLink:
      if (is_in_contents_) return write_children(node, columns);
      return write_span("a", node, columns);
    case Kind::kImage:
      html_ += "<img";
      write_attributes(node);
      html_ += " />";
      return;
    case Kind::kLineBreak:
      html_ += "<br";
      write_attributes(node);
      html_ += " />";
      return;
    case Kind::kHtmlSpan:
      return write_html_span(node, columns);
    case Kind::kEntity:
      // What is unknown, or stands in raw HTML, is passed on as it was written.
      if (tree_.text(node).starts_with('&') || is_in_raw_html(node)) {
        html_ += tree_.source().bytes(tree_.span(node));
      } else {
        append_html_text(html_, tree_.text(node));
      }
      return;
    case Kind::kSmartQuote:
    case Kind::kTypographicSymbol:
      return append_html_text(html_, tree_.text(node));
    case Kind::kFootnoteReference:
      return write_footnote_reference(node);
    case Kind::kAbbreviation:
      open_tag("abbr", node);
      append_html_text(html_, tree_.text(node));
      close_tag("abbr");
      return;
    case Kind::kMathSpan:
      return write_math(node, "span", "\\(", "\\)");
    case Kind::kTaskMarker:
      return write_task_box(node);
    case Kind::kLiquid:
      return write_children(node, columns);
  }
}

void KramdownConverter::write_children(NodeId node, int columns) {
  bool is_behind_blank = false;
  for (NodeId child : tree_.children(node)) {
    // What shows nothing does not keep two blank lines apart.
    if (is_invisible(child)) continue;
    const bool is_blank = tree_.kind(child) == Kind::kBlankLine;
    if (!is_blank || !is_behind_blank) write(child, columns);
    is_behind_blank = is_blank;
    if (node == tree_.root() && !is_blank) blocks_.push_back({child, html_.size()});
  }
}

bool KramdownConverter::is_invisible(NodeId node) const {
  switch (tree_.kind(node)) {
    case Kind::kFootnoteDefinition:
    case Kind::kAbbreviationDefinition:
    case Kind::kLinkDefinition:
    case Kind::kAttributeList:
      return true;
    case Kind::kExtension:
      return tree_.name(node) == "end-of-block" || tree_.name(node) == "options";
    default:
      return false;
  }
}

void KramdownConverter::write_span(std::string_view name, NodeId node, int columns) {
  open_tag(name, node);
  write_children(node, columns);
  close_tag(name);
}

bool KramdownConverter::is_in_raw_html(NodeId node) const {
  const NodeId parent = tree_.parent(node);
  const bool is_html = tree_.kind(parent) == Kind::kHtmlBlock || tree_.kind(parent) == Kind::kHtmlSpan;
  return is_html && tree_.content_model(parent) == ContentModel::kRaw;
}

void KramdownConverter::write_html_span(NodeId node, int columns) {
  const std::string_view name = tree_.name(node);
  put("<", name);
  write_attributes(node);
  if (tree_.first_child(node) == kNoNode && html::is_any(name, html::kVoid)) {
    html_ += " />";
    return;
  }
  html_ += '>';
  write_children(node, columns);
  close_tag(name);
}

// A box of a task list, with the attributes that a list behind it gives.
void KramdownConverter::write_task_box(NodeId node) {
  std::vector<Attribute> attributes = {
      {"type", "checkbox", {}}, {"class", "task-list-item-checkbox", {}}, {"disabled", "disabled", {}}};
  if (tree_.checked(node)) attributes.push_back({"checked", "checked", {}});
  for (const Attribute& given : tree_.attributes(node)) {
    const auto own = std::ranges::find(attributes, given.name, &Attribute::name);
    if (own == attributes.end()) {
      attributes.push_back(given);
    } else if (given.name == "class") {
      own->value->append(" ").append(value_of(given));
    } else {
      own->value = given.value;
    }
  }
  html_ += "<input";
  write_attributes(attributes);
  html_ += " />";
}

// For MathJax, which reads what stands between the brackets.
void KramdownConverter::write_math(NodeId node, std::string_view element, std::string_view begin,
                                   std::string_view end) {
  const bool has_attributes = !tree_.attributes(node).empty();
  if (has_attributes) open_tag(element, node);
  html_ += begin;
  append_html_text(html_, tree_.text(node));
  html_ += end;
  if (has_attributes) close_tag(element);
}

HtmlBlocks html_kramdown(const markdown::Tree& tree) {
  return KramdownConverter(tree).convert();
}

}  // namespace depeche::writers
