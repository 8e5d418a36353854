#include "cli/check_reports.h"

#include "cli/printable.h"
#include "writers/diagnostic_json.h"

namespace depeche::cli {

std::string report_as_text(std::span<const CheckedFile> files, const messages::Catalog& catalog) {
  std::string report;
  for (const CheckedFile& file : files) {
    PositionCursor positions(file.text);
    for (const Diagnostic& diagnostic : file.diagnostics) {
      const Position place = positions.at(diagnostic.span.begin);
      report.append(printable(file.path))
          .append(":")
          .append(std::to_string(place.line))
          .append(":")
          .append(std::to_string(place.column))
          .append(": ")
          .append(catalog.label("severity/" + std::string(name(diagnostic.severity))))
          .append(": ")
          .append(printable(catalog.text(diagnostic.message)))
          .append(" [")
          .append(diagnostic.rule)
          .append("]\n");
    }
  }
  return report;
}

std::string report_as_json(std::span<const CheckedFile> files, const messages::Catalog& catalog) {
  writers::JsonWriter json;
  json.begin_object();
  json.key("format");
  json.value(std::int64_t{1});
  json.key("files");
  json.begin_array();
  for (const CheckedFile& file : files) {
    json.begin_object();
    json.key("path");
    json.value(file.path);
    json.key("diagnostics");
    json.begin_array();
    PositionCursor positions(file.text);
    for (const Diagnostic& diagnostic : file.diagnostics)
      writers::write_diagnostic(json, positions, diagnostic, catalog);
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return std::move(json).finish();
}

}  // namespace depeche::cli
