// What a person may switch on.
#pragma once

namespace depeche::rules {

struct Settings {
  bool portability = false;  // the family portability/, too: docs/decisions/0008-portability.md says why not
  bool operator==(const Settings&) const = default;
};

}  // namespace depeche::rules
