#include "markdown/reading.h"

#include <utility>

#include "markdown/commonmark/parse_commonmark.h"
#include "markdown/kramdown/read_kramdown.h"

namespace depeche::markdown {

Reading read(const Text& text, Span body, Dialect dialect) {
  switch (dialect) {
    case Dialect::kKramdown:
      return read_kramdown(text, body);
    case Dialect::kCommonMark:
    case Dialect::kGfm:
      return {parse_commonmark(text, body, dialect)};
  }
  return {};
}

Reading reread(Reading before, const Change& change, const Text& text, Span body, Dialect dialect) {
  const bool fits = before.sections != nullptr && change.length_before() == before.tree.source().size() &&
                    change.length_after() == text.size();
  if (dialect != Dialect::kKramdown || change.empty() || !fits) return read(text, body, dialect);
  return reread_kramdown(std::move(before), change, text, body);
}

}  // namespace depeche::markdown
