// Lines as the commands see them: quote marks, list markers and headings at their start, and the blocks they
// make.
//
// A plain reading of Markdown's block structure, of the line alone, common to kramdown and CommonMark. It
// knows neither code blocks nor front matter: a YAML sequence reads as a list, which serves it well.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/text.h"

namespace depeche::editor {

enum class Marker : std::uint8_t { kNone, kBullet, kOrdered, kHeading };

// What stands before a line's content. The spans follow each other from the line's start, may be empty, and
// count from the line's start.
struct LinePrefix {
  Span quotes;  // "> > "
  std::uint32_t quote_depth = 0;
  Span indentation;  // spaces and tabs
  Marker marker = Marker::kNone;
  std::uint32_t number = 0;  // of an ordered item; a heading's level
  Span marker_span;          // "- ", "12. ", "## ", with the spaces after
  Span task;                 // "[ ] " or "[x] "

  Offset end() const { return task.end; }
  bool is_item() const { return marker == Marker::kBullet || marker == Marker::kOrdered; }
};

// `line` is without its ending.
LinePrefix parse_prefix(std::string_view line);

// One line of a text, read.
struct Line {
  Line(const Text& text, LineNumber number);

  Span span;               // without its ending
  std::string_view bytes;  // valid as long as the text
  LinePrefix prefix;

  Offset content_begin() const { return span.begin + prefix.end(); }
  bool blank() const;  // nothing but quote marks and spaces
};

// The lines that a selection touches, in order. A line that it only reaches the start of is not among them.
std::vector<Line> selected_lines(const Text& text, Span selection);

// Text that runs on from line to line: a paragraph, an item, a heading.
struct Block {
  Span content;  // from the first line's content to the end of the last line
};

// The blocks that `selection` touches, in order; blank lines are in none.
std::vector<Block> selected_blocks(const Text& text, Span selection);

// The text that a format is for: of each block the selected part without spaces at its ends; for a caret, the
// word that it is in, or else its place alone.
std::vector<Span> selected_texts(const Text& text, Span selection);

// What a line that continues one like `line` begins with: the quote marks, the indentation, the next marker.
std::string continuation(const Line& line);

}  // namespace depeche::editor
