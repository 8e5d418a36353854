// What --help prints, from assets/help/*.txt.
#pragma once

#include <string_view>

#include "messages/catalog.h"

namespace depeche::cli {

// The help of a command, or that of the program for "depeche". Empty for another name.
std::string_view help(std::string_view name, messages::Language language);

}  // namespace depeche::cli
