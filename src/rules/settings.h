// What a caller of the checks may set.
#pragma once

#include <string>

namespace depeche::rules {

struct Settings {
  bool portability = false;   // the family portability/, too; off by docs/decisions/0008-portability.md
  std::string language = {};  // of the document, a tag such as "fr"; empty: found from the document
  bool operator==(const Settings&) const = default;
};

}  // namespace depeche::rules
