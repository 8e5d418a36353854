// Footnotes as kramdown writes them: a number where they are referred to, a list at the end.
#include "writers/kramdown_converter.h"

namespace depeche::writers {

using markdown::Kind;
using markdown::kNoNode;
using markdown::NodeId;
namespace {

constexpr std::string_view kBackArrow = "&#8617;";

}  // namespace

void KramdownConverter::write_footnote_reference(NodeId node) {
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
void KramdownConverter::write_footnotes(int columns) {
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
void KramdownConverter::write_footnote_content(std::size_t index, int columns) {
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

void KramdownConverter::write_back_links(const Footnote& footnote) {
  for (int reference = 0; reference <= footnote.references; ++reference) {
    if (reference > 0) html_ += kNoBreakSpace;
    put("<a href=\"#fnref:", footnote.label);
    if (reference > 0) put(":", std::to_string(reference));
    put("\" class=\"reversefootnote\" role=\"doc-backlink\">", kBackArrow);
    if (reference > 0) put("<sup>", std::to_string(reference + 1), "</sup>");
    put("</a>");
  }
}

}  // namespace depeche::writers
