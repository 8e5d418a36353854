#include "writers/html_commonmark.h"

#include <string_view>
#include <vector>

#include "base/percent.h"
#include "writers/html_escape.h"

namespace depeche::writers {
namespace {

using markdown::Alignment;
using markdown::Kind;
using markdown::NodeId;
using markdown::Tree;

// A URL in an attribute: what cannot stand in one is percent-encoded.
void append_url(std::string& html, std::string_view url) {
  constexpr std::string_view kKept = "-_.+!*(),%#@?=;:/$~";
  for (const char c : url) {
    const bool is_alphanumeric = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (is_alphanumeric || kKept.find(c) != std::string_view::npos) {
      html += c;
    } else if (c == '&') {
      html += "&amp;";
    } else if (c == '\'') {
      html += "&#x27;";
    } else {
      append_percent_encoded(html, c);
    }
  }
}

std::string_view name_of(Alignment alignment) {
  switch (alignment) {
    case Alignment::kNone:
      return "";
    case Alignment::kLeft:
      return "left";
    case Alignment::kCenter:
      return "center";
    case Alignment::kRight:
      return "right";
  }
  return "";
}

// Walks over the nodes in document order without recursion: each is opened, and closed where its subtree
// ends.
class Writer {
 public:
  explicit Writer(const Tree& tree) : tree_(tree) {}

  HtmlBlocks write() {
    std::vector<NodeId> open;
    for (NodeId node = 0; node < tree_.size(); ++node) {
      for (; !open.empty() && tree_.subtree_end(open.back()) <= node; open.pop_back()) end(open.back());
      this->open(node);
      open.push_back(node);
    }
    for (; !open.empty(); open.pop_back()) end(open.back());
    return {std::move(html_), std::move(blocks_)};
  }

 private:
  void end(NodeId node) {
    close(node);
    const bool is_block = node != tree_.root() && tree_.parent(node) == tree_.root();
    if (is_block) blocks_.push_back({node, html_.size()});
  }

  void open(NodeId node) {
    switch (tree_.kind(node)) {
      case Kind::kBlockQuote:
        block("<blockquote>\n");
        break;
      case Kind::kUnorderedList:
        block("<ul>\n");
        break;
      case Kind::kOrderedList:
        block("<ol");
        attributes(node);
        html_ += ">\n";
        break;
      case Kind::kListItem:
        block("<li>");
        break;
      case Kind::kParagraph:
        if (!tree_.is_tight(node)) block("<p>");
        break;
      case Kind::kHeading:
        block("<h");
        html_ += level_digit(node);
        html_ += '>';
        break;
      case Kind::kCodeBlock:
        block("<pre><code");
        attributes(node);
        html_ += '>';
        append_html_attribute(html_, tree_.text(node));
        html_ += "</code></pre>\n";
        break;
      case Kind::kThematicBreak:
        block("<hr />\n");
        break;
      case Kind::kHtmlRaw:
        raw_html(node);
        break;
      case Kind::kTable:
        block("<table>\n");
        break;
      case Kind::kTableHead:
        block("<thead>\n");
        break;
      case Kind::kTableBody:
        block("<tbody>\n");
        break;
      case Kind::kTableRow:
        block("<tr>\n");
        break;
      case Kind::kTableCell:
        block(is_head_cell(node) ? "<th" : "<td");
        if (tree_.alignment(node) != Alignment::kNone) attribute("align", name_of(tree_.alignment(node)));
        html_ += '>';
        break;
      case Kind::kText:
      case Kind::kEntity:
        append_html_attribute(html_, tree_.text(node));
        break;
      case Kind::kEmphasis:
        html_ += "<em>";
        break;
      case Kind::kStrong:
        html_ += "<strong>";
        break;
      case Kind::kStrikethrough:
        html_ += "<del>";
        break;
      case Kind::kCodeSpan:
        html_ += "<code>";
        append_html_attribute(html_, tree_.text(node));
        html_ += "</code>";
        break;
      case Kind::kLink:
        html_ += "<a";
        attributes(node);
        html_ += '>';
        break;
      case Kind::kImage:
        html_ += "<img";
        attributes(node);
        html_ += " />";
        break;
      case Kind::kLineBreak:
        html_ += "<br />\n";
        break;
      case Kind::kTaskMarker:
        html_ += tree_.checked(node) ? "<input type=\"checkbox\" checked=\"\" disabled=\"\" /> "
                                     : "<input type=\"checkbox\" disabled=\"\" /> ";
        break;
      case Kind::kDocument:
      case Kind::kLinkDefinition:
        break;
      case Kind::kDefinitionList:  // these the dialects do not have
      case Kind::kDefinitionTerm:
      case Kind::kDefinitionDescription:
      case Kind::kTableFoot:
      case Kind::kHtmlBlock:
      case Kind::kHtmlEndTag:
      case Kind::kHtmlComment:
      case Kind::kMathBlock:
      case Kind::kTableOfContents:
      case Kind::kFootnoteDefinition:
      case Kind::kAbbreviationDefinition:
      case Kind::kAttributeList:
      case Kind::kExtension:
      case Kind::kBlankLine:
      case Kind::kHtmlSpan:
      case Kind::kSmartQuote:
      case Kind::kTypographicSymbol:
      case Kind::kFootnoteReference:
      case Kind::kAbbreviation:
      case Kind::kMathSpan:
      case Kind::kLiquid:
        break;
    }
  }

  void close(NodeId node) {
    switch (tree_.kind(node)) {
      case Kind::kBlockQuote:
        block("</blockquote>\n");
        break;
      case Kind::kUnorderedList:
        html_ += "</ul>\n";
        break;
      case Kind::kOrderedList:
        html_ += "</ol>\n";
        break;
      case Kind::kListItem:
        html_ += "</li>\n";
        break;
      case Kind::kParagraph:
        if (!tree_.is_tight(node)) html_ += "</p>\n";
        break;
      case Kind::kHeading:
        html_ += "</h";
        html_ += level_digit(node);
        html_ += ">\n";
        break;
      case Kind::kTable:
        html_ += "</table>\n";
        break;
      case Kind::kTableHead:
        html_ += "</thead>\n";
        break;
      case Kind::kTableBody:
        html_ += "</tbody>\n";
        break;
      case Kind::kTableRow:
        html_ += "</tr>\n";
        break;
      case Kind::kTableCell:
        html_ += is_head_cell(node) ? "</th>\n" : "</td>\n";
        break;
      case Kind::kEmphasis:
        html_ += "</em>";
        break;
      case Kind::kStrong:
        html_ += "</strong>";
        break;
      case Kind::kStrikethrough:
        html_ += "</del>";
        break;
      case Kind::kLink:
        html_ += "</a>";
        break;
      default:
        break;
    }
  }

  // What begins a line of its own.
  void block(std::string_view markup) {
    start_line();
    html_ += markup;
  }

  void start_line() {
    if (!html_.empty() && html_.back() != '\n') html_ += '\n';
  }

  // A block of HTML has lines of its own; one in a paragraph stands among the text.
  void raw_html(NodeId node) {
    const Kind around = tree_.kind(tree_.parent(node));
    const bool is_block =
        around == Kind::kDocument || around == Kind::kBlockQuote || around == Kind::kListItem;
    if (is_block) start_line();
    html_ += tree_.text(node);
    if (is_block) start_line();
  }

  void attributes(NodeId node) {
    for (const markdown::Attribute& each : tree_.attributes(node)) {
      const std::string_view value = each.value ? std::string_view(*each.value) : std::string_view();
      attribute(each.name, value);
    }
  }

  void attribute(std::string_view name, std::string_view value) {
    html_ += ' ';
    html_ += name;
    html_ += "=\"";
    if (name == "href" || name == "src") {
      append_url(html_, value);
    } else {
      append_html_attribute(html_, value);
    }
    html_ += '"';
  }

  char level_digit(NodeId node) const { return static_cast<char>('0' + tree_.level(node)); }

  bool is_head_cell(NodeId cell) const {
    return tree_.kind(tree_.parent(tree_.parent(cell))) == Kind::kTableHead;
  }

  const Tree& tree_;
  std::string html_;
  std::vector<HtmlBlocks::Block> blocks_;
};

}  // namespace

HtmlBlocks html_commonmark(const Tree& tree) {
  return Writer(tree).write();
}

}  // namespace depeche::writers
