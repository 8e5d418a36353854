#include "markdown/parse.h"

#include "markdown/commonmark/parse_commonmark.h"
#include "markdown/kramdown/parse_kramdown.h"

namespace depeche::markdown {

Tree parse(const Text& text, Span body, Dialect dialect) {
  switch (dialect) {
    case Dialect::kKramdown:
      return parse_kramdown(text, body);
    case Dialect::kCommonMark:
    case Dialect::kGfm:
      return parse_commonmark(text, body, dialect);
  }
  return {};
}

}  // namespace depeche::markdown
