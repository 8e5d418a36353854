// Lines as the commands see them: the quote marks, list marker or heading marks at their start, and the blocks
// they form.
//
// This reads Markdown's block structure from each line alone, in the way that kramdown and CommonMark share. It
// knows neither code blocks nor front matter. A YAML sequence reads as a list, which suits the commands.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/text.h"

namespace depeche::editor {

enum class Marker : std::uint8_t { kNone, kBullet, kOrdered, kHeading };

// What comes before a line's content. The spans follow one another from the start of the line, and their
// offsets count from there. Any may be empty.
struct LinePrefix {
  Span quotes;  // "> > "
  std::uint32_t quote_depth = 0;
  Span indentation;  // spaces and tabs
  Marker marker = Marker::kNone;
  std::uint32_t number = 0;  // of an ordered item; the level of a heading
  Span marker_span;          // "- ", "12. ", "## ", with the spaces after it
  Span task;                 // "[ ] " or "[x] "

  Offset end() const { return task.end; }
  bool is_item() const { return marker == Marker::kBullet || marker == Marker::kOrdered; }
};

// `line` comes without its line ending.
LinePrefix parse_prefix(std::string_view line);

// One line of a text and its prefix.
struct Line {
  Line(const Text& text, LineNumber number);

  Span span;               // without its ending
  std::string_view bytes;  // valid as long as the text
  LinePrefix prefix;

  Offset content_begin() const { return span.begin + prefix.end(); }
  bool blank() const;  // nothing but quote marks and spaces
};

// The lines that a selection touches, in order. A last line whose start is all that it reaches is left out.
std::vector<Line> selected_lines(const Text& text, Span selection);

// Text that runs on from line to line: a paragraph, an item, a heading.
struct Block {
  Span content;  // from the first line's content to the end of the last line
};

// The blocks that `selection` touches, in order. Blank lines belong to no block.
std::vector<Block> selected_blocks(const Text& text, Span selection);

// The spans that a format applies to: the selected part of each block, without spaces at its ends. For a
// caret, the word around it, or an empty span at the caret if there is none.
std::vector<Span> selected_texts(const Text& text, Span selection);

// What a line after `line` begins with to go on with its quote or list: the quote marks, the indentation and,
// for an item, the next marker and an empty task box if `line` has one.
std::string continuation(const Line& line);

}  // namespace depeche::editor
