#include "writers/html_kramdown.h"

namespace depeche::writers {

std::string html_kramdown(const markdown::Tree& tree) {
  return "<p>" + tree.plain_text(tree.root()) + "</p>\n";
}

}  // namespace depeche::writers
