// The text of a block of the page: what a reader reads (markdown/reader_text.h), each piece with its look.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "markdown/reader_text.h"
#include "ui/draw/text_look.h"

namespace depeche::ui {

struct PagePiece {
  Span range;  // in PageText::text
  TextLook look;
  Span source;  // in the document; as long as the range if the text is as written
  markdown::NodeId link = markdown::kNoNode;   // as in ReaderPiece
  markdown::NodeId image = markdown::kNoNode;  // likewise
};

struct PageText {
  std::string text;  // as in ReaderText
  std::vector<PagePiece> pieces;

  // The place in the source of a position in the text; 0 if there are no pieces.
  Offset source_at(Offset offset) const;
  markdown::NodeId link_at(Offset offset) const;  // kNoNode where there is none

  // Adds words of ours at the end, as a link to a node.
  void append_link(std::string_view words, markdown::NodeId node);
};

// The text of markdown::reader_text(). Adjacent pieces that look alike are joined.
PageText page_text(const markdown::Tree& tree, markdown::NodeId node,
                   const markdown::FootnoteNumbers& footnotes);

}  // namespace depeche::ui
