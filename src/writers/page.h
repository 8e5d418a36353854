// A complete, self-contained HTML document of a release: title, date, categories, body, attachments. Safe
// HTML always.
#pragma once

#include <string>

#include "messages/catalog.h"
#include "release/release.h"

namespace depeche::writers {

std::string page(const Release& release, const messages::Catalog& catalog);

}  // namespace depeche::writers
