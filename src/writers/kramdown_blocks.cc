// Blocks as kramdown writes them: each on lines of its own.
#include <algorithm>

#include "html/elements.h"
#include "writers/html_escape.h"
#include "writers/kramdown_converter.h"

namespace depeche::writers {

using markdown::Alignment;
using markdown::Attribute;
using markdown::ContentModel;
using markdown::Kind;
using markdown::kNoNode;
using markdown::NodeId;

// <name>children</name> on a line.
void KramdownConverter::write_block(std::string_view name, NodeId node, int columns) {
  indent(columns);
  open_tag(name, node);
  write_children(node, columns + 2);
  close_tag(name);
  html_ += '\n';
}

// The same, with the children on lines of their own.
void KramdownConverter::write_indented_block(std::string_view name, NodeId node, int columns) {
  indent(columns);
  open_tag(name, node);
  html_ += '\n';
  write_children(node, columns + 2);
  indent(columns);
  close_tag(name);
  html_ += '\n';
}

NodeId KramdownConverter::first_visible_child(NodeId node) const {
  for (NodeId child : tree_.children(node)) {
    if (tree_.kind(child) != Kind::kAttributeList) return child;
  }
  return kNoNode;
}

void KramdownConverter::write_paragraph(NodeId node, int columns) {
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
      std::none_of(tree_.children(node).begin(), tree_.children(node).end(),
                   [&](NodeId child) { return child != only && tree_.kind(child) != Kind::kAttributeList; });
  if (has_one_child && tree_.kind(only) == Kind::kImage && tree_.name(only) == "standalone") {
    return write_figure(only, columns);
  }
  write_block("p", node, columns);
}

void KramdownConverter::write_figure(NodeId image, int columns) {
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
void KramdownConverter::write_item(std::string_view name, NodeId node, int columns) {
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

void KramdownConverter::write_list(std::string_view name, NodeId node, int columns) {
  if (tree_.label(node) == "footnotes" && footnotes_place_ == kNowhere) {
    footnotes_place_ = html_.size();
    footnotes_columns_ = columns;
    return;
  }
  write_indented_block(name, node, columns);
}

// The class `language-…` goes to the <code>, all else to the <pre>.
void KramdownConverter::write_code_block(NodeId node, int columns) {
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
void KramdownConverter::write_visible_spaces(std::string_view code) {
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

void KramdownConverter::write_table_cell(NodeId node, int columns) {
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

void KramdownConverter::write_html_block(NodeId node, int columns) {
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

// A comment or markup passed through: block or span.
void KramdownConverter::write_verbatim(NodeId node, int columns) {
  const bool is_line = !is_in_raw_html(node) && is_among_blocks(node);
  if (is_line) indent(columns);
  html_ += tree_.text(node);
  if (is_line) html_ += '\n';
}

bool KramdownConverter::is_among_blocks(NodeId node) const {
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

void KramdownConverter::write_extension(NodeId node, int columns) {
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

}  // namespace depeche::writers
