// The text of a block as a reader of the page sees it, each piece with its look and its place in the source.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/tree.h"
#include "ui/draw/text_look.h"

namespace depeche::ui {

// The numbers of footnotes by their labels, in the order of the first references.
using FootnoteNumbers = std::map<std::string, int, std::less<>>;
FootnoteNumbers number_footnotes(const markdown::Tree& tree);

// Whether an image says nothing by decision (HTML, 4.8.4.4.4): `alt=""` in HTML. An empty text in Markdown is
// an omission (docs/rules.md).
bool is_decorative(const markdown::Tree& tree, markdown::NodeId image);

struct PagePiece {
  Span range;  // in PageText::text
  TextLook look;
  Span source;  // in the document; equally long where the text is as it is written
  // The link, footnote reference, <a> or explained abbreviation that it belongs to.
  markdown::NodeId link = markdown::kNoNode;
  markdown::NodeId image = markdown::kNoNode;  // the image that the text stands for: its words, or its path
};

struct PageText {
  std::string text;  // white space collapsed as HTML does; line feeds where lines must end
  std::vector<PagePiece> pieces;

  // The place in the source of a position in the text.
  Offset source_at(Offset offset) const;
  markdown::NodeId link_at(Offset offset) const;  // kNoNode where there is none

  // Adds words of ours that lead to a node.
  void append_link(std::string_view words, markdown::NodeId node);
};

// The spans below `node`, a block, or `node` itself when it is a span without children. What is longer than
// kLongestPageText ends in an ellipsis.
inline constexpr std::size_t kLongestPageText = std::size_t{128} << 10;
PageText page_text(const markdown::Tree& tree, markdown::NodeId node, const FootnoteNumbers& footnotes);

}  // namespace depeche::ui
