// The source of a Markdown body, read a few characters at a time: lines, the marks of containers, fences,
// link tails and link definitions, by the grammar of CommonMark 0.31.
//
// Nothing here decides what a text means: md4c has done so, and these functions find where its constructs are.
// All offsets are of the whole text and lie in [body.begin, body.end].
#pragma once

#include <optional>
#include <string_view>

#include "base/span.h"

namespace depeche::markdown::commonmark {

// `(target "title")` after a link's label, or what follows the colon of a definition.
struct LinkTarget {
  Span target;  // without < >
  Span title;   // without its quotes; empty at the target's end when there is none
  Offset end = 0;
};

struct LinkDefinition {
  Span label;  // without brackets
  LinkTarget target;
};

class SourceScanner {
 public:
  SourceScanner(std::string_view text, Span body) : text_(text.substr(0, body.end)), body_(body) {}

  Offset end() const { return body_.end; }
  // '\0' at the end.
  char at(Offset offset) const { return offset < text_.size() ? text_[offset] : '\0'; }
  bool at_newline(Offset offset) const { return at(offset) == '\n' || at(offset) == '\r'; }
  bool at_end_or_newline(Offset offset) const { return offset >= body_.end || at_newline(offset); }

  Offset skip_blanks(Offset offset) const;  // spaces and tabs
  Offset skip(Offset offset, char c) const;
  Offset line_end(Offset offset) const;   // before the line ending
  Offset next_line(Offset offset) const;  // after it
  Offset line_start(Offset offset) const;
  // `end` without the blanks before it, not before `begin`.
  Offset trim_blanks(Offset begin, Offset end) const;
  // `end` without one line ending before it, not before `begin`.
  Offset trim_newline(Offset begin, Offset end) const;
  // Columns from the start of the line, tabs stopping at each fourth.
  unsigned column(Offset offset) const;

  // Skips blanks and at most `most` marks of block quotes; `count` is how many there were.
  struct QuoteMarks {
    Offset end = 0;
    unsigned count = 0;
  };
  QuoteMarks skip_quote_marks(Offset line_start, unsigned most) const;

  // The number of cells in the table row that begins at `row`. Pipes part them; those at either end of the
  // row do not count.
  std::size_t count_cells(Offset row) const;

  // From a '(': the rest of an inline link; none if it is not complete. `quotes` counts the block quotes around,
  // whose marks are at the starts of lines. `known` is where the target is, if that is known; otherwise a target
  // without < > is not found when it is longer than kLongestSearch bytes, nor is such a title, so that a text of
  // many half links does not take quadratic time.
  std::optional<LinkTarget> inline_target(Offset offset, unsigned quotes, std::optional<Span> known) const;
  static constexpr Offset kLongestSearch = 1000;

  // From a '[': a label, with its brackets; at most 999 bytes, as in CommonMark.
  std::optional<Span> label(Offset offset) const;
  // From a '[': a link definition.
  std::optional<LinkDefinition> definition(Offset offset, unsigned quotes) const;

 private:
  // Blanks and at most one line ending, with the quote marks after it.
  Offset skip_space(Offset offset, unsigned quotes) const;
  std::optional<Span> target_in_brackets(Offset offset, Offset& end) const;
  std::optional<Span> inline_target_at(Offset offset, Offset& end) const;
  std::optional<Span> title(Offset offset, Offset& end) const;

  std::string_view text_;
  Span body_;
};

}  // namespace depeche::markdown::commonmark
