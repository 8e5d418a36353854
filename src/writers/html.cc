#include "writers/html.h"

#include "writers/html_fragment.h"
#include "writers/html_safe.h"

namespace depeche::writers {

std::string html(const Release& release, HtmlMode mode) {
  std::string faithful = html_fragment(release.tree, release.dialect);
  switch (mode) {
    case HtmlMode::kFaithful:
      return faithful;
    case HtmlMode::kSafe:
      return safe_html(faithful);
  }
  return "";
}

}  // namespace depeche::writers
