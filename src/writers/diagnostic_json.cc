#include "writers/diagnostic_json.h"

namespace depeche::writers {
namespace {

void write_place(JsonWriter& json, std::string_view name, PositionCursor& positions, Offset offset) {
  const Position position = positions.at(offset);
  json.key(name);
  json.begin_object();
  json.key("line");
  json.value(std::int64_t{position.line});
  json.key("column");
  json.value(std::int64_t{position.column});
  json.key("offset");
  json.value(std::int64_t{offset});
  json.end_object();
}

}  // namespace

void write_diagnostic(JsonWriter& json, PositionCursor& positions, const Diagnostic& diagnostic,
                      const messages::Catalog& catalog) {
  json.begin_object();
  json.key("rule");
  json.value(diagnostic.rule);
  json.key("severity");
  json.value(name(diagnostic.severity));
  json.key("message");
  json.value(catalog.text(diagnostic.message));
  write_place(json, "start", positions, diagnostic.span.begin);
  write_place(json, "end", positions, diagnostic.span.end);
  json.end_object();
}

}  // namespace depeche::writers
