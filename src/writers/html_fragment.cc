#include "writers/html_fragment.h"

#include <utility>

#include "base/utf8.h"
#include "writers/html_commonmark.h"
#include "writers/html_kramdown.h"

namespace depeche::writers {

HtmlBlocks html_blocks(const markdown::Tree& tree, markdown::Dialect dialect) {
  switch (dialect) {
    case markdown::Dialect::kKramdown:
      return html_kramdown(tree);
    case markdown::Dialect::kCommonMark:
    case markdown::Dialect::kGfm:
      return html_commonmark(tree);
  }
  return {};
}

std::string html_fragment(const markdown::Tree& tree, markdown::Dialect dialect) {
  std::string html = html_blocks(tree, dialect).html;
  const bool keeps_bytes = dialect == markdown::Dialect::kKramdown;
  return keeps_bytes || is_valid_utf8(html) ? std::move(html) : scrub_utf8(html);
}

}  // namespace depeche::writers
