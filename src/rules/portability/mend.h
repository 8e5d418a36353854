// How a draft can be written so that both read it alike, where one is sure.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "rules/portability/compare.h"

namespace depeche::rules::portability {

// What to offer for a difference between these readings; `bytes` are the document's.
std::vector<Fix> mend(const Difference& difference, const Reading& site, const Reading& elsewhere,
                      std::string_view bytes);

}  // namespace depeche::rules::portability
