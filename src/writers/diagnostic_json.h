// One diagnostic as JSON, as docs/export.schema.json has it.
#pragma once

#include "base/diagnostic.h"
#include "messages/catalog.h"
#include "text/position_cursor.h"
#include "writers/json_text.h"

namespace depeche::writers {

// Each array's diagnostics share one `positions`, over their text.
void write_diagnostic(JsonText& json, PositionCursor& positions, const Diagnostic& diagnostic,
                      const messages::Catalog& catalog);

}  // namespace depeche::writers
