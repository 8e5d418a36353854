#include "writers/html_kramdown.h"

#include <algorithm>
#include <charconv>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "html/elements.h"
#include "markdown/contents.h"
#include "writers/html_escape.h"

namespace depeche::writers {
namespace {

using markdown::Alignment;
using markdown::Attribute;
using markdown::ContentModel;
using markdown::Kind;
using markdown::kNoNode;
using markdown::NodeId;
using markdown::Tree;

constexpr std::string_view kNoBreakSpace = "\u00A0";
constexpr std::string_view kBackArrow = "&#8617;";

// Writes what kramdown 2.4 does, line breaks and indentation among it.
class Converter {
 public:
  explicit Converter(const Tree& tree) : tree_(tree) {}

  std::string convert() {
    html_.reserve(tree_.source().size() + tree_.source().size() / 4);
    for (NodeId node = 0; node < tree_.size(); ++node) {
      if (tree_.kind(node) == Kind::kFootnoteDefinition) definitions_[tree_.label(node)].node = node;
      if (tree_.kind(node) == Kind::kExtension && tree_.name(node) == "options") read_options(node);
    }
    write_children(tree_.root(), 0);
    std::string text = std::exchange(html_, {});
    write_footnotes(footnotes_columns_);
    text.insert(std::min(footnotes_place_, text.size()), html_);
    return text;
  }

 private:
  static constexpr std::size_t kNowhere = std::string::npos;

  struct Definition {
    NodeId node = kNoNode;
    std::size_t footnote = kNowhere;  // in footnotes_, once referred to
  };
  struct Footnote {
    std::string_view label;
    NodeId definition;
    int references;  // beside the first
  };

  const Tree& tree_;
  std::string html_;
  std::unordered_map<std::string_view, Definition> definitions_;
  std::vector<Footnote> footnotes_;         // in the order of their first reference
  std::size_t footnotes_place_ = kNowhere;  // where a list with `{:footnotes}` asked for them
  int footnotes_columns_ = 0;
  int first_footnote_ = 1;
  bool is_in_contents_ = false;  // a heading's text is written again for the table of contents

  // What `{::options … /}` says of the HTML.
  void read_options(NodeId node) {
    const std::string_view number = tree_.attribute(node, "footnote_nr").value_or("");
    std::from_chars(number.data(), number.data() + number.size(), first_footnote_);
  }

  // -- Pieces

  template <typename... Pieces>
  void put(const Pieces&... pieces) {
    (html_.append(std::string_view(pieces)), ...);
  }

  void indent(int columns) { html_.append(static_cast<std::size_t>(columns), ' '); }

  void write_attribute(std::string_view name, std::string_view value) {
    put(" ", name, "=\"");
    append_html_attribute(html_, value);
    put("\"");
  }

  static std::string_view value_of(const Attribute& attribute) {
    return attribute.value ? std::string_view(*attribute.value) : "";
  }

  void write_attributes(NodeId node) { write_attributes(tree_.attributes(node)); }

  void write_attributes(std::span<const Attribute> attributes) {
    for (const Attribute& attribute : attributes) {
      const std::string_view value = value_of(attribute);
      const bool is_id = attribute.name == "id";
      if (is_id && (is_in_contents_ || value.find_first_not_of(" \t\n") == value.npos)) continue;
      write_attribute(attribute.name, value);
    }
  }

  void open_tag(std::string_view name, NodeId node) {
    put("<", name);
    write_attributes(node);
    put(">");
  }

  void close_tag(std::string_view name) { put("</", name, ">"); }

  void write_children(NodeId node, int columns) {
    bool is_behind_blank = false;
    for (NodeId child : tree_.children(node)) {
      // What shows nothing does not keep two blank lines apart.
      if (is_invisible(child)) continue;
      const bool is_blank = tree_.kind(child) == Kind::kBlankLine;
      if (!is_blank || !is_behind_blank) write(child, columns);
      is_behind_blank = is_blank;
    }
  }

  bool is_invisible(NodeId node) const {
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

  // <name>children</name> on a line.
  void write_block(std::string_view name, NodeId node, int columns) {
    indent(columns);
    open_tag(name, node);
    write_children(node, columns + 2);
    close_tag(name);
    html_ += '\n';
  }

  // The same, with the children on lines of their own.
  void write_indented_block(std::string_view name, NodeId node, int columns) {
    indent(columns);
    open_tag(name, node);
    html_ += '\n';
    write_children(node, columns + 2);
    indent(columns);
    close_tag(name);
    html_ += '\n';
  }

  void write_span(std::string_view name, NodeId node, int columns) {
    open_tag(name, node);
    write_children(node, columns);
    close_tag(name);
  }

  // -- Blocks

  NodeId first_visible_child(NodeId node) const {
    for (NodeId child : tree_.children(node)) {
      if (tree_.kind(child) != Kind::kAttributeList) return child;
    }
    return kNoNode;
  }

  void write_paragraph(NodeId node, int columns) {
    if (tree_.is_tight(node)) {
      write_children(node, columns);
      const NodeId next = tree_.next_sibling(node);
      const bool is_followed = next != kNoNode && tree_.kind(next) != Kind::kBlankLine && !is_invisible(next);
      if (is_followed && !html_.ends_with('\n')) put("\n");
      return;
    }
    const NodeId only = first_visible_child(node);
    const bool has_one_child =
        only != kNoNode &&
        std::none_of(tree_.children(node).begin(), tree_.children(node).end(), [&](NodeId child) {
          return child != only && tree_.kind(child) != Kind::kAttributeList;
        });
    if (has_one_child && tree_.kind(only) == Kind::kImage && tree_.name(only) == "standalone") {
      return write_figure(only, columns);
    }
    write_block("p", node, columns);
  }

  void write_figure(NodeId image, int columns) {
    // Its identifier and classes go to the figure, unless the paragraph has attributes of its own.
    const NodeId paragraph = tree_.parent(image);
    indent(columns);
    put("<figure");
    write_attributes(paragraph);
    const bool are_moved = tree_.attributes(paragraph).empty();
    for (const Attribute& attribute : tree_.attributes(image)) {
      const bool is_moved = attribute.name == "id" || attribute.name == "class";
      if (is_moved && are_moved) write_attribute(attribute.name, value_of(attribute));
    }
    put(">\n");
    indent(columns + 2);
    put("<img");
    for (const Attribute& attribute : tree_.attributes(image)) {
      const bool is_moved = attribute.name == "id" || attribute.name == "class";
      if (!is_moved || !are_moved) write_attribute(attribute.name, value_of(attribute));
    }
    put(" />\n");
    indent(columns + 2);
    html_ += "<figcaption>";
    append_html_text(html_, tree_.attribute(image, "alt").value_or(""));
    html_ += "</figcaption>\n";
    indent(columns);
    html_ += "</figure>\n";
  }

  // An item of a list or a definition: on one line where its first paragraph shows without a <p>.
  void write_item(std::string_view name, NodeId node, int columns) {
    indent(columns);
    open_tag(name, node);
    const NodeId first = first_visible_child(node);
    const bool is_inline = first == kNoNode || tree_.is_tight(first);
    if (!is_inline) html_ += '\n';
    write_children(node, columns + 2);
    if (!html_.empty() && html_.back() == '\n') indent(columns);
    close_tag(name);
    html_ += '\n';
  }

  void write_list(std::string_view name, NodeId node, int columns) {
    if (tree_.label(node) == "footnotes" && footnotes_place_ == kNowhere) {
      footnotes_place_ = html_.size();
      footnotes_columns_ = columns;
      return;
    }
    write_indented_block(name, node, columns);
  }

  // The class `language-…` goes to the <code>, all else to the <pre>.
  void write_code_block(NodeId node, int columns) {
    std::string classes(tree_.attribute(node, "class").value_or(""));
    std::string language;
    if (const std::size_t begin = classes.find("language-"); begin != classes.npos) {
      const std::size_t end = std::min(classes.find(' ', begin), classes.size());
      language = classes.substr(begin, end - begin);
      classes.erase(begin > 0 ? begin - 1 : 0, end - begin + (begin > 0 || end < classes.size() ? 1 : 0));
    }
    indent(columns);
    html_ += "<pre";
    for (const Attribute& attribute : tree_.attributes(node)) {
      if (attribute.name != "class") {
        write_attribute(attribute.name, value_of(attribute));
      } else if (!classes.empty()) {
        write_attribute("class", classes);
      }
    }
    html_ += "><code";
    if (!language.empty()) write_attribute("class", language);
    html_ += '>';
    if (tree_.has_class(node, "show-whitespaces")) {
      write_visible_spaces(tree_.text(node));
    } else {
      append_html_text(html_, tree_.text(node));
    }
    html_ += "</code></pre>\n";
  }

  // Code with its spaces and tabs marked: at a line's begin (-l), at its end (-r), within.
  void write_visible_spaces(std::string_view code) {
    for (std::size_t at = 0; at < code.size();) {
      const std::size_t end = std::min(code.find_first_not_of(" \t", at), code.size());
      const bool begins_line = at == 0 || code[at - 1] == '\n';
      const bool ends_line = end == code.size() || code[end] == '\n';
      const std::string_view place = begins_line ? "-l" : ends_line ? "-r" : "";
      for (; at < end; ++at) {
        if (code[at] == '\t') {
          put("<span class=\"ws-tab", place, "\">\t</span>");
        } else {
          put("<span class=\"ws-space", place, "\">&#8901;</span>");
        }
      }
      const std::size_t next = std::min(code.find_first_of(" \t", end), code.size());
      append_html_text(html_, code.substr(end, next - end));
      at = next;
    }
  }

  void write_table_cell(NodeId node, int columns) {
    const bool is_head = tree_.kind(tree_.parent(tree_.parent(node))) == Kind::kTableHead;
    const std::string_view name = is_head ? "th" : "td";
    indent(columns);
    put("<", name);
    write_attributes(node);
    switch (tree_.alignment(node)) {
      case Alignment::kNone:
        break;
      case Alignment::kLeft:
        write_attribute("style", "text-align: left");
        break;
      case Alignment::kCenter:
        write_attribute("style", "text-align: center");
        break;
      case Alignment::kRight:
        write_attribute("style", "text-align: right");
        break;
    }
    html_ += '>';
    if (tree_.first_child(node) == kNoNode) html_ += kNoBreakSpace;
    write_children(node, columns);
    close_tag(name);
    html_ += '\n';
  }

  bool is_in_raw_html(NodeId node) const {
    const NodeId parent = tree_.parent(node);
    const bool is_html = tree_.kind(parent) == Kind::kHtmlBlock || tree_.kind(parent) == Kind::kHtmlSpan;
    return is_html && tree_.content_model(parent) == ContentModel::kRaw;
  }

  void write_html_block(NodeId node, int columns) {
    const std::string_view name = tree_.name(node);
    const bool is_line = !is_in_raw_html(node);
    if (is_line) indent(columns);
    put("<", name);
    write_attributes(node);
    const bool is_raw = tree_.content_model(node) == ContentModel::kRaw;
    if ((tree_.is_self_closed(node) && is_raw) ||
        (tree_.first_child(node) == kNoNode && html::is_any(name, html::kVoid))) {
      html_ += " />";
    } else {
      html_ += '>';
      const bool is_block = tree_.content_model(node) == ContentModel::kBlock;
      if (is_block) html_ += '\n';
      write_children(node, columns + 2);
      if (is_block) indent(columns);
      if (!tree_.end_tag_is_apart(node)) close_tag(name);
    }
    if (is_line) html_ += '\n';
  }

  void write_html_span(NodeId node, int columns) {
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
  void write_task_box(NodeId node) {
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

  // A comment or markup passed through: block or span.
  void write_verbatim(NodeId node, int columns) {
    const bool is_line = !is_in_raw_html(node) && is_among_blocks(node);
    if (is_line) indent(columns);
    html_ += tree_.text(node);
    if (is_line) html_ += '\n';
  }

  bool is_among_blocks(NodeId node) const {
    switch (tree_.kind(tree_.parent(node))) {
      case Kind::kDocument:
      case Kind::kBlockQuote:
      case Kind::kListItem:
      case Kind::kDefinitionDescription:
      case Kind::kFootnoteDefinition:
        return true;
      case Kind::kHtmlBlock:
        return tree_.content_model(tree_.parent(node)) == ContentModel::kBlock;
      default:
        return false;
    }
  }

  void write_extension(NodeId node, int columns) {
    if (tree_.is_self_closed(node)) return;
    const bool is_line = is_among_blocks(node);
    std::string_view type = tree_.attribute(node, "type").value_or("");
    if (type.empty()) type = "html";
    if (tree_.name(node) == "comment") {
      if (is_line) indent(columns);
      html_ += "<!-- ";
      html_ += tree_.text(node);
      html_ += " -->";
      if (is_line) html_ += '\n';
    } else if (tree_.name(node) == "nomarkdown" && type.find("html") != type.npos) {
      html_ += tree_.text(node);
      if (is_line && !html_.empty() && html_.back() != '\n') html_ += '\n';
    }
  }

  // For MathJax, which reads what stands between the brackets.
  void write_math(NodeId node, std::string_view element, std::string_view begin, std::string_view end) {
    const bool has_attributes = !tree_.attributes(node).empty();
    if (has_attributes) open_tag(element, node);
    html_ += begin;
    append_html_text(html_, tree_.text(node));
    html_ += end;
    if (has_attributes) close_tag(element);
  }

  // -- Footnotes

  void write_footnote_reference(NodeId node) {
    if (is_in_contents_) return;
    const std::string_view label = tree_.label(node);
    const auto found = definitions_.find(label);
    if (found == definitions_.end()) return;
    Definition& definition = found->second;
    if (definition.footnote == kNowhere) {
      definition.footnote = footnotes_.size();
      footnotes_.push_back({label, definition.node, 0});
    } else {
      ++footnotes_[definition.footnote].references;
    }
    const int again = footnotes_[definition.footnote].references;
    put("<sup id=\"fnref:", label);
    if (again > 0) put(":", std::to_string(again));
    put("\" role=\"doc-noteref\"><a href=\"#fn:", label, "\" class=\"footnote\" rel=\"footnote\">",
        std::to_string(static_cast<int>(definition.footnote) + first_footnote_), "</a></sup>");
  }

  // Footnotes may hold references to others, which then come behind.
  void write_footnotes(int columns) {
    if (footnotes_.empty()) return;
    indent(columns);
    html_ += "<div class=\"footnotes\" role=\"doc-endnotes\">\n";
    indent(columns + 2);
    put("<ol");
    if (first_footnote_ != 1) write_attribute("start", std::to_string(first_footnote_));
    put(">\n");
    for (std::size_t index = 0; index < footnotes_.size(); ++index) {
      const Footnote footnote = footnotes_[index];
      indent(columns + 4);
      put("<li id=\"fn:", footnote.label, "\" role=\"doc-endnote\">\n");
      write_footnote_content(index, columns + 6);
      indent(columns + 4);
      html_ += "</li>\n";
    }
    indent(columns + 2);
    html_ += "</ol>\n";
    indent(columns);
    html_ += "</div>\n";
  }

  // The way back stands at the end of the last paragraph, or in one of its own.
  void write_footnote_content(std::size_t index, int columns) {
    // Only the references that come before lead back: the content may hold more of them.
    const Footnote footnote = footnotes_[index];
    const NodeId definition = footnote.definition;
    NodeId last = kNoNode;
    for (NodeId child : tree_.children(definition)) {
      if (tree_.kind(child) != Kind::kAttributeList && tree_.kind(child) != Kind::kBlankLine) last = child;
    }
    for (NodeId child : tree_.children(definition)) {
      if (child != last || tree_.kind(child) != Kind::kParagraph) {
        write(child, columns);
        continue;
      }
      indent(columns);
      open_tag("p", child);
      write_children(child, columns);
      html_ += kNoBreakSpace;
      write_back_links(footnote);
      html_ += "</p>\n";
    }
    if (last == kNoNode || tree_.kind(last) != Kind::kParagraph) {
      indent(columns);
      html_ += "<p>";
      write_back_links(footnote);
      html_ += "</p>\n";
    }
  }

  void write_back_links(const Footnote& footnote) {
    for (int reference = 0; reference <= footnote.references; ++reference) {
      if (reference > 0) html_ += kNoBreakSpace;
      put("<a href=\"#fnref:", footnote.label);
      if (reference > 0) put(":", std::to_string(reference));
      put("\" class=\"reversefootnote\" role=\"doc-backlink\">", kBackArrow);
      if (reference > 0) put("<sup>", std::to_string(reference + 1), "</sup>");
      put("</a>");
    }
  }

  // -- Table of contents

  void write_contents(NodeId node, int columns) {
    const markdown::HeadingLevels levels_listed = markdown::contents_levels(tree_);
    std::vector<NodeId> headings;
    for (NodeId heading = 0; heading < tree_.size(); ++heading) {
      if (tree_.kind(heading) == Kind::kHeading && tree_.attribute(heading, "id") &&
          !tree_.has_class(heading, "no_toc") &&
          levels_listed[static_cast<std::size_t>(tree_.level(heading))]) {
        headings.push_back(heading);
      }
    }
    if (headings.empty()) return;
    const std::string_view name = tree_.name(node);
    indent(columns);
    put("<", name);
    write_attributes(node);
    const std::string own_id(tree_.attribute(node, "id").value_or("markdown-toc"));
    if (!tree_.attribute(node, "id")) write_attribute("id", own_id);
    html_ += ">\n";
    is_in_contents_ = true;
    std::vector<int> levels;  // of the items that are open
    const auto item_columns = [&] { return columns + 4 * static_cast<int>(levels.size()) - 2; };
    const auto close_items = [&](int level) {
      bool has_list = false;  // the innermost open item holds a list
      while (!levels.empty() && levels.back() >= level) {
        if (has_list) {
          indent(item_columns() + 2);
          put("</", name, ">\n");
          indent(item_columns());
        }
        put("</li>\n");
        levels.pop_back();
        has_list = true;
      }
      return has_list;
    };
    for (NodeId heading : headings) {
      const int level = tree_.level(heading);
      const bool goes_on = close_items(level);
      if (!goes_on && !levels.empty()) {
        indent(item_columns() + 2);
        put("<", name, ">\n");
      }
      levels.push_back(level);
      indent(item_columns());
      const std::string id(*tree_.attribute(heading, "id"));
      put("<li><a");
      write_attribute("href", "#" + id);
      write_attribute("id", own_id + "-" + id);
      put(">");
      write_children(heading, columns);
      put("</a>");
    }
    close_items(0);
    is_in_contents_ = false;
    indent(columns);
    close_tag(name);
    html_ += '\n';
  }

  // -- All kinds

  void write(NodeId node, int columns) {
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
};

}  // namespace

std::string html_kramdown(const Tree& tree) {
  return Converter(tree).convert();
}

}  // namespace depeche::writers
