// The text of a block as a reader of the page sees it: without marks and tags, each piece with what its markup
// says about it and its place in the source. How it looks is up to the view.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/tree.h"

namespace depeche::markdown {

// The numbers of footnotes by their labels, from 1, in the order of the first references.
using FootnoteNumbers = std::map<std::string, int, std::less<>>;
FootnoteNumbers number_footnotes(const Tree& tree);

// Whether an image is marked as decorative (HTML, 4.8.4.4.4): `alt=""` in HTML. An empty text in Markdown
// counts as forgotten (docs/rules.md).
bool is_decorative(const Tree& tree, NodeId image);

// What the markup around a piece of text, in Markdown or HTML, says about it.
struct TextMarks {
  bool emphasis = false;
  bool strong = false;
  bool struck = false;
  bool inserted = false;  // <u>, <ins>
  bool code = false;
  bool marked = false;  // <mark>
  bool small = false;   // <small>
  bool link = false;
  bool footnote = false;      // the number of a reference
  bool abbreviation = false;  // one that is explained
  bool image = false;         // the words that stand for one
  bool liquid = false;        // a tag that the site fills in
  std::int8_t script = 0;     // 1 above the line, -1 below it
  bool operator==(const TextMarks&) const = default;
};

struct ReaderPiece {
  Span range;  // in ReaderText::text
  TextMarks marks;
  Span source;  // in the document; of the whole construct where the text is not verbatim
  // Byte for byte as it is written, except that any white space may read as a space.
  bool verbatim = false;
  NodeId link = kNoNode;   // the link, footnote reference, <a> or explained abbreviation that it belongs to
  NodeId image = kNoNode;  // the image that the text stands for: its words, or its path
};

// UTF-8 where the document is. The pieces follow one another without gaps.
struct ReaderText {
  std::string text;  // white space collapsed as HTML does; line feeds where lines must end
  std::vector<ReaderPiece> pieces;

  // The place in the source of a position in the text, both in bytes; in a piece that is not
  // verbatim, where that begins.
  Offset source_at(Offset offset) const;
};

// In bytes; a longer text is cut and ends in an ellipsis.
inline constexpr std::size_t kLongestReaderText = std::size_t{128} << 10;

// The text below `node`, which is a block, or its own text when it has no children.
ReaderText reader_text(const Tree& tree, NodeId node, const FootnoteNumbers& footnotes);

}  // namespace depeche::markdown
