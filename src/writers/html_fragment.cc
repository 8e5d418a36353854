#include "writers/html_fragment.h"

#include "writers/html_commonmark.h"
#include "writers/html_kramdown.h"

namespace depeche::writers {

std::string html_fragment(const markdown::Tree& tree, markdown::Dialect dialect) {
  switch (dialect) {
    case markdown::Dialect::kKramdown:
      return html_kramdown(tree);
    case markdown::Dialect::kCommonMark:
    case markdown::Dialect::kGfm:
      return html_commonmark(tree);
  }
  return "";
}

}  // namespace depeche::writers
