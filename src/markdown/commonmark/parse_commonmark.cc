#include "markdown/commonmark/parse_commonmark.h"

#include "markdown/tree_builder.h"

namespace depeche::markdown {

ParseResult parse_commonmark(const Text& text, Span body, Dialect) {
  TreeBuilder builder(text, body);
  builder.open(Kind::kParagraph, body.begin);
  builder.add(Kind::kText, body);
  builder.close(body.end);
  return {std::move(builder).finish(), {}};
}

}  // namespace depeche::markdown
