#include "platform/diagnostics_json.h"

#include <cstdint>

#include "writers/json_writer.h"

namespace depeche::platform {

std::string diagnostics_json(const Text& text, std::span<const Diagnostic> diagnostics,
                             const messages::Catalog& catalog) {
  writers::JsonWriter json;
  json.begin_array();
  for (const Diagnostic& diagnostic : diagnostics) {
    const Position place = text.position(diagnostic.span.begin);
    json.begin_object();
    json.key("rule");
    json.value(diagnostic.rule);
    json.key("severity");
    json.value(name(diagnostic.severity));
    json.key("line");
    json.value(std::int64_t{place.line});
    json.key("column");
    json.value(std::int64_t{place.column});
    json.key("message");
    json.value(catalog.text(diagnostic.message));
    json.end_object();
  }
  json.end_array();
  return std::move(json).finish();
}

}  // namespace depeche::platform
