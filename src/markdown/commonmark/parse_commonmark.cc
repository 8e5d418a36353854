#include "markdown/commonmark/parse_commonmark.h"

#include <string>
#include <utility>

#include "markdown/commonmark/events.h"
#include "markdown/commonmark/hide.h"
#include "markdown/commonmark/tree_maker.h"

namespace depeche::markdown {

Tree parse_commonmark(const Text& text, Span body, Dialect dialect) {
  constexpr int kMaxReadings = 3;
  Span markdown = body;
  if (text.bytes(body).starts_with("\xEF\xBB\xBF")) markdown.begin += 3;  // a byte order mark
  std::string input(text.bytes(markdown));
  commonmark::hide_deep_lists(input);
  // What has to be read again differs at most twice: without definitions nothing unfolds, and a table that is
  // none leaves a paragraph, in which no other table begins.
  for (int reading = 1;; ++reading) {
    const commonmark::Events events = commonmark::read_events(input, markdown.begin, dialect);
    if (events.unfolds_too_far && reading < kMaxReadings) {
      commonmark::hide_definitions(input);
      continue;
    }
    commonmark::MadeTree made = commonmark::TreeMaker(text, markdown, events).make();
    if (made.false_tables.empty() || reading == kMaxReadings) return std::move(made.tree);
    commonmark::hide_rows(input, made.false_tables);
  }
}

}  // namespace depeche::markdown
