// What --help prints, from assets/help/*.txt.
#pragma once

#include <string_view>

#include "messages/catalog.h"

namespace depeche::cli {

// The help text of a command, or of the whole program for "depeche". Empty for any other name.
std::string_view help(std::string_view name, messages::Language language);

}  // namespace depeche::cli
