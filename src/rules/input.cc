#include "rules/input.h"

namespace depeche::rules {

const portability::Comparison& Input::comparison() const {
  if (comparison_) return *comparison_;
  const bool is_of_the_site = release.dialect == markdown::Dialect::kKramdown;
  comparison_ = is_of_the_site ? portability::compare_readings(release.text, release.body, release.tree)
                               : portability::Comparison();
  return *comparison_;
}

}  // namespace depeche::rules
