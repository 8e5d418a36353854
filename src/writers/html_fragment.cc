#include "writers/html_fragment.h"

#include "writers/html_kramdown.h"

namespace depeche::writers {

std::string html_fragment(const markdown::Tree& tree, markdown::Dialect) {
  return html_kramdown(tree);
}

}  // namespace depeche::writers
