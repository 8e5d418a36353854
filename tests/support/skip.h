// A case that finds that it cannot run here, e.g. since the reference material is not beside the project.
#pragma once

#include <string_view>

namespace depeche {

// Says why the case that is running does not go on: it returns then. It is counted as skipped
// (tests/main.cc).
void skip_case(std::string_view why);

}  // namespace depeche
