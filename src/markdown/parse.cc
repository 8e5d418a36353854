#include "markdown/parse.h"

#include "markdown/reading.h"

namespace depeche::markdown {

Tree parse(const Text& text, Span body, Dialect dialect) {
  return read(text, body, dialect).tree;
}

}  // namespace depeche::markdown
