// How the lines of a passage begin: the forms that start, continue or end blocks.
//
// `line` is the position where a line begins, `at` any position. Functions look at one line only, except for
// attribute lists and tags, which may go on over lines, and find(). Each takes time linear in what it reads;
// searches that may go far are remembered, so that a passage of many openings without an end stays linear.
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
  PassageOffset begin;    // of the marker
  PassageOffset content;  // behind the marker and before the white space that follows it
};

class Lines {
 public:
  Lines() = default;
  explicit Lines(std::string_view text) : text_(text) {}

  std::string_view text() const { return text_; }
  // The character there, or NUL past the end.
  char at(PassageOffset position) const { return position < text_.size() ? text_[position] : '\0'; }

  // Behind the line's LF.
  PassageOffset next(PassageOffset line) const;
  // Behind the spaces (and no tabs) at `at`, at most `most`.
  PassageOffset skip_spaces(PassageOffset at, std::uint32_t most = 3) const;
  // Behind the spaces and tabs at `at`.
  PassageOffset skip_blanks(PassageOffset at) const;
  // Behind the white space at `at`, including LF, but not past `end`.
  PassageOffset skip_space(PassageOffset at, PassageOffset end) const;
  // If only white space is left on the line, the position behind its LF; else 0.
  PassageOffset blank_rest(PassageOffset at) const;

  bool is_blank(PassageOffset line) const { return bool(blank_rest(line)); }
  // The size in bytes of the indentation of code, a tab or four spaces; 0 if there is none.
  std::uint32_t code_indent(PassageOffset line) const;
  // `^` alone.
  bool is_end_of_block(PassageOffset line) const;
  // `{:` … `}` at `at`: the range inside, empty if there is none. A `}` within may be written `\}`.
  Range attribute_list(PassageOffset at) const;
  // A line that is an attribute list, `{: …}`, or the definition of one, `{:name: …}`; its end may lie some
  // lines further. The position behind it, or 0.
  PassageOffset attribute_line_end(PassageOffset line) const;
  // A start tag (of a block element) or an end tag after at most three spaces: no lazy line of a paragraph.
  bool is_html_boundary(PassageOffset line) const;
  // Whether a paragraph or a lazy block ends before this line.
  bool ends_lazy_text(PassageOffset line) const;

  // `*`, `+`, `-` or `1.` after at most `indent` spaces, before a space, a tab or a `|`.
  std::optional<ListMarker> list_marker(PassageOffset line, std::uint32_t indent = 3) const;
  // Behind the `:` of a definition, after at most `indent` spaces, before a space, a tab or a `|`; 0
  // if there is none.
  PassageOffset definition_marker(PassageOffset line, std::uint32_t indent = 3) const;
  bool is_thematic_break(PassageOffset line) const;
  // Behind `>` and the space that may follow; 0 if the line is no quote.
  PassageOffset quote_marker(PassageOffset line) const;
  // The level of `# …`, 0 if the line is no heading.
  int atx_level(PassageOffset line) const;
  // Three backticks or tildes, even mixed, after at most three spaces.
  bool is_fence(PassageOffset line) const;
  // How many times the character at `at` is repeated from there on, itself included.
  std::uint32_t run(PassageOffset at) const;
  // The range without white space at both ends.
  Range trim(Range range) const;
  // The identifier in `… {#identifier}` at the end of a heading's text; empty if none.
  Range heading_id(Range heading) const;

  // Where `wanted` comes next, from `from` on; npos if nowhere. For a few literals only: each is
  // remembered as a view.
  std::size_t find(std::string_view wanted, PassageOffset from) const;
  // The tag that begins at `at`, where a `<` must be.
  std::optional<StartTag> start_tag(PassageOffset at) const;
  std::optional<EndTag> end_tag(PassageOffset at) const;

  // How far searches that may go far have looked, since this was set to 0. All other questions about a line are
  // answered from it and the next one.
  PassageOffset reach() const { return reach_; }
  void set_reach(PassageOffset reach) { reach_ = reach; }
  void look_to(std::size_t position) const {
    if (position > reach_) reach_ = PassageOffset(std::min(position, text_.size()));
  }

 private:
  // What was searched last: from where, and where it was.
  struct Search {
    std::string_view wanted;
    std::size_t from, at;
  };
  PassageOffset next_brace(PassageOffset from) const;

  std::string_view text_;
  mutable PassageOffset reach_;
  mutable PassageOffset line_from_, line_end_;  // the line seen last: from some place in it to its end
  mutable PassageOffset brace_from_ = PassageOffset() + 1, brace_;  // likewise: nothing yet
  mutable std::vector<Search> searches_;
};

}  // namespace depeche::markdown::kramdown
