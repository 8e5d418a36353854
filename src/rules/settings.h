// What a person, or a file of the house, may set.
#pragma once

#include <string>

namespace depeche::rules {

struct Settings {
  bool portability = false;   // the family portability/, too: docs/decisions/0008-portability.md says why not
  std::string language = {};  // of the document, a tag such as "fr"; empty: the one that it tells itself
  bool operator==(const Settings&) const = default;
};

}  // namespace depeche::rules
