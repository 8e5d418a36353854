// Where this tab's drafts are kept.
#pragma once

#include <cstdint>

namespace depeche::app {

enum class Keeping : std::uint8_t {
  kBrowser,  // until somebody deletes them
  kTab,      // until the tab closes: the host says that several people share the computer
  kNowhere,  // another tab has deleted everything, which this one must not undo
};

}  // namespace depeche::app
