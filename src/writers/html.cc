#include "writers/html.h"

#include "base/utf8.h"
#include "writers/html_fragment.h"
#include "writers/html_safe.h"

namespace depeche::writers {

std::string html(const Release& release, HtmlMode mode) {
  std::string faithful = html_fragment(release.tree, release.dialect);
  if (!is_valid_utf8(faithful)) faithful = scrub_utf8(faithful);
  switch (mode) {
    case HtmlMode::kFaithful:
      return faithful;
    case HtmlMode::kSafe:
      return safe_html(faithful);
  }
  return "";
}

}  // namespace depeche::writers
