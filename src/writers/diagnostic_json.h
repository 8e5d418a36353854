// One diagnostic as JSON, as docs/export.schema.json has it.
#pragma once

#include "base/diagnostic.h"
#include "messages/catalog.h"
#include "text/text.h"
#include "writers/json_text.h"

namespace depeche::writers {

void write_diagnostic(JsonText& json, const Text& text, const Diagnostic& diagnostic,
                      const messages::Catalog& catalog);

}  // namespace depeche::writers
