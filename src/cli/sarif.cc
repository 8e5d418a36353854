#include "cli/sarif.h"

#include "base/percent.h"
#include "rules/rules.h"
#include "text/position_cursor.h"
#include "writers/json_writer.h"

namespace depeche::cli {
namespace {

using writers::JsonWriter;

constexpr std::string_view kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

std::string_view level(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarning:
      return "warning";
    case Severity::kHint:
      return "note";
  }
  return "none";
}

// A path as a URI reference (RFC 3986): unreserved characters and slashes stand, the rest is escaped.
std::string uri(const std::string& path) {
  if (path == "-") return "stdin";
  std::string escaped = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("/-._~").find(c) != std::string_view::npos;
    if (plain) {
      escaped += c;
    } else {
      append_percent_encoded(escaped, c);
    }
  }
  return escaped;
}

void write(JsonWriter& json, std::string_view key, std::string_view text) {
  json.key(key);
  json.value(text);
}

void write(JsonWriter& json, std::string_view key, std::uint32_t number) {
  json.key(key);
  json.value(std::int64_t{number});
}

void write_message(JsonWriter& json, std::string_view key, std::string_view text) {
  json.key(key);
  json.begin_object();
  write(json, "text", text);
  json.end_object();
}

void write_rule(JsonWriter& json, const rules::Rule& rule) {
  json.begin_object();
  write(json, "id", rule.id);
  json.key("defaultConfiguration");
  json.begin_object();
  write(json, "level", level(rule.severity));
  json.end_object();
  json.end_object();
}

void write_driver(JsonWriter& json) {
  json.key("driver");
  json.begin_object();
  write(json, "name", "depeche");
  write(json, "version", DEPECHE_VERSION);
  json.key("rules");
  json.begin_array();
  for (const rules::Rule& rule : rules::registry()) write_rule(json, rule);
  json.end_array();
  json.end_object();
}

void write_region(JsonWriter& json, std::string_view key, PositionCursor& positions, Span span) {
  const Position begin = positions.at(span.begin);
  const Position end = positions.at(span.end);
  json.key(key);
  json.begin_object();
  write(json, "startLine", begin.line);
  write(json, "startColumn", begin.column);
  write(json, "endLine", end.line);
  write(json, "endColumn", end.column);
  write(json, "byteOffset", span.begin);
  write(json, "byteLength", span.size());
  json.end_object();
}

void write_artifact_location(JsonWriter& json, const std::string& path) {
  json.key("artifactLocation");
  json.begin_object();
  write(json, "uri", uri(path));
  json.end_object();
}

void write_fix(JsonWriter& json, const CheckedFile& file, PositionCursor& positions, const Fix& fix,
               const messages::Catalog& catalog) {
  json.begin_object();
  write_message(json, "description", catalog.text(fix.title));
  json.key("artifactChanges");
  json.begin_array();
  json.begin_object();
  write_artifact_location(json, file.path);
  json.key("replacements");
  json.begin_array();
  for (const Replacement& edit : fix.edits) {
    json.begin_object();
    write_region(json, "deletedRegion", positions, edit.span);
    write_message(json, "insertedContent", edit.text);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  json.end_array();
  json.end_object();
}

void write_result(JsonWriter& json, const CheckedFile& file, PositionCursor& positions,
                  const Diagnostic& diagnostic, const messages::Catalog& catalog) {
  json.begin_object();
  write(json, "ruleId", diagnostic.rule);
  write(json, "level", level(diagnostic.severity));
  write_message(json, "message", catalog.text(diagnostic.message));
  json.key("locations");
  json.begin_array();
  json.begin_object();
  json.key("physicalLocation");
  json.begin_object();
  write_artifact_location(json, file.path);
  write_region(json, "region", positions, diagnostic.span);
  json.end_object();
  json.end_object();
  json.end_array();
  if (!diagnostic.fixes.empty()) {
    json.key("fixes");
    json.begin_array();
    for (const Fix& fix : diagnostic.fixes)
      if (!fix.edits.empty()) write_fix(json, file, positions, fix, catalog);
    json.end_array();
  }
  json.end_object();
}

}  // namespace

std::string report_as_sarif(std::span<const CheckedFile> files, const messages::Catalog& catalog) {
  JsonWriter json;
  json.begin_object();
  write(json, "$schema", kSchema);
  write(json, "version", "2.1.0");
  json.key("runs");
  json.begin_array();
  json.begin_object();
  json.key("tool");
  json.begin_object();
  write_driver(json);
  json.end_object();
  write(json, "columnKind", "unicodeCodePoints");
  write(json, "language", tag(catalog.language()));
  json.key("results");
  json.begin_array();
  for (const CheckedFile& file : files) {
    PositionCursor positions(file.text);
    for (const Diagnostic& diagnostic : file.diagnostics)
      write_result(json, file, positions, diagnostic, catalog);
  }
  json.end_array();
  json.end_object();
  json.end_array();
  json.end_object();
  return std::move(json).finish();
}

}  // namespace depeche::cli
