// How the lines of a passage begin: the forms that start, continue or end blocks.
//
// Every function takes the position of a line's begin and looks at that line only, but for attribute lists
// and tags, which may go on over lines. Each takes time linear in what it reads; searches for something far
// are remembered, so that a passage of openings without an end stays linear.
#pragma once

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "markdown/kramdown/html_tag.h"
#include "markdown/kramdown/passage.h"

namespace depeche::markdown::kramdown {

struct ListMarker {
  bool is_ordered;
  Position begin;    // of the marker
  Position content;  // behind the marker and before the white space that follows it
};

class Lines {
 public:
  Lines() = default;
  explicit Lines(std::string_view text) : text_(text) {}

  std::string_view text() const { return text_; }
  // The character there, or NUL past the end.
  char at(Position position) const { return position < text_.size() ? text_[position] : '\0'; }

  // Behind the line's LF.
  Position next(Position line) const;
  // Behind the spaces (and no tabs) at `at`, at most `most`.
  Position skip_spaces(Position at, Position most = 3) const;
  // Behind the spaces and tabs at `at`.
  Position skip_blanks(Position at) const;
  // Behind the white space, LF among it, at `at`, at most to `end`.
  Position skip_space(Position at, Position end) const;
  // White space up to a line's end: behind its LF; 0 if there is more on the line.
  Position blank_rest(Position at) const;

  bool is_blank(Position line) const { return blank_rest(line) != 0; }
  // A tab or four spaces: the indentation of code. Its size, or 0.
  Position code_indent(Position line) const;
  // `^` alone.
  bool is_end_of_block(Position line) const;
  // `{:` … `}` at `at`: the range inside, empty if there is none. A `}` within may be written `\}`.
  Range attribute_list(Position at) const;
  // A line that is an attribute list, `{: …}`, or the definition of one, `{:name: …}`; its end may lie some
  // lines further. The position behind it, or 0.
  Position attribute_line_end(Position line) const;
  // A start tag (of a block element) or an end tag after at most three spaces: no lazy line of a paragraph.
  bool is_html_boundary(Position line) const;
  // Whether a paragraph or a lazy block ends before this line.
  bool ends_lazy_text(Position line) const;

  // `* `, `+ `, `- ` or `1. ` after at most `indent` spaces.
  std::optional<ListMarker> list_marker(Position line, Position indent = 3) const;
  // The position behind `:` of a definition, followed by white space, after at most `indent` spaces; 0 if
  // none.
  Position definition_marker(Position line, Position indent = 3) const;
  bool is_thematic_break(Position line) const;
  // Behind `>` and a space; 0 if the line is no quote.
  Position quote_marker(Position line) const;
  // The level of `# …`, 0 if the line is no heading.
  int atx_level(Position line) const;
  // Three or more backticks or tildes after at most three spaces.
  bool is_fence(Position line) const;
  // How many times the character at `at` stands there in a row.
  Position run(Position at) const;
  // The range without white space at both ends.
  Range trim(Range range) const;
  // The identifier in `… {#identifier}` at the end of a heading's text; empty if none.
  Range heading_id(Range heading) const;

  // Where `wanted` comes next, from `from` on; npos if nowhere. For a few strings: each is remembered.
  std::size_t find(std::string_view wanted, Position from) const;
  // The tag that begins at `at`, where a `<` stands.
  std::optional<StartTag> start_tag(Position at) const;
  std::optional<EndTag> end_tag(Position at) const;

  // How far searches for something that may be far have looked, since this was set to 0. What else is asked
  // of a line is answered from it and the one behind.
  Position reach() const { return reach_; }
  void set_reach(Position reach) { reach_ = reach; }
  void look_to(std::size_t position) const {
    if (position > reach_) reach_ = static_cast<Position>(std::min(position, text_.size()));
  }

 private:
  // What was searched last: from where, and where it was.
  struct Search {
    std::string_view wanted;
    std::size_t from, at;
  };
  Position next_brace(Position from) const;

  std::string_view text_;
  mutable Position reach_ = 0;
  mutable Position line_from_ = 0, line_end_ = 0;  // the line seen last: from some place in it to its end
  mutable Position brace_from_ = 1, brace_ = 0;
  mutable std::vector<Search> searches_;
};

}  // namespace depeche::markdown::kramdown
