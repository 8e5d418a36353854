// The JSON export, format 1. docs/json-export.md and docs/export.schema.json describe it.
#pragma once

#include <span>
#include <string>

#include "messages/catalog.h"
#include "release/release.h"

namespace depeche::writers {

// `diagnostics` as the rules gave them; their messages come out in the catalog's language. UTF-8, keys in
// document order, two spaces of indentation, a final newline. Any bytes of the text that are not UTF-8 become
// U+FFFD.
std::string json(const Release& release, std::span<const Diagnostic> diagnostics,
                 const messages::Catalog& catalog);

}  // namespace depeche::writers
