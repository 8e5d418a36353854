// One diagnostic as JSON, as docs/export.schema.json has it.
#pragma once

#include "base/diagnostic.h"
#include "messages/catalog.h"
#include "text/position_cursor.h"
#include "writers/json_text.h"

namespace depeche::writers {

// `positions` is over the text of the diagnostic; all diagnostics of one array share it.
void write_diagnostic(JsonText& json, PositionCursor& positions, const Diagnostic& diagnostic,
                      const messages::Catalog& catalog);

}  // namespace depeche::writers
