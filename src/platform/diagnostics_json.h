// The diagnostics for scripts: [{"rule", "severity", "line", "column", "message"}…], lines and columns as in
// Text::position, the words in the catalog's language.
#pragma once

#include <span>
#include <string>

#include "base/diagnostic.h"
#include "messages/catalog.h"
#include "text/text.h"

namespace depeche::platform {

std::string diagnostics_json(const Text& text, std::span<const Diagnostic> diagnostics,
                             const messages::Catalog& catalog);

}  // namespace depeche::platform
