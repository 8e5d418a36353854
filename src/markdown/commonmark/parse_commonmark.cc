#include "markdown/commonmark/parse_commonmark.h"

#include <string>
#include <utility>

#include "markdown/commonmark/events.h"
#include "markdown/commonmark/tree_maker.h"

namespace depeche::markdown {

ParseResult parse_commonmark(const Text& text, Span body, Dialect dialect) {
  Span markdown = body;
  if (text.bytes(body).starts_with("\xEF\xBB\xBF")) markdown.begin += 3;  // a byte order mark
  std::string input(text.bytes(markdown));
  // A table that is none is read again with its delimiter row defused, in the copy that md4c sees. That makes
  // no new table, since none begins inside a paragraph.
  for (int attempt = 0;; ++attempt) {
    const commonmark::Events events = commonmark::read_events(input, markdown.begin, dialect);
    commonmark::MadeTree made = commonmark::make_tree(text, markdown, events);
    if (made.false_tables.empty() || attempt == 1) return {std::move(made.tree), {}};
    for (const Offset row : made.false_tables) input[row - markdown.begin] = 'x';
  }
}

}  // namespace depeche::markdown
