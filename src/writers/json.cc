#include "writers/json.h"

#include "site/dates.h"
#include "writers/diagnostic_json.h"
#include "writers/html.h"
#include "writers/json_writer.h"

namespace depeche::writers {
namespace {

using frontmatter::Mapping;
using frontmatter::Sequence;
using frontmatter::Value;

// One overload a type that a value may have. Nesting is bounded by the YAML reader.
struct ValueWriter {
  JsonWriter& json;

  void operator()(const frontmatter::Null&) const { json.null(); }
  void operator()(bool truth) const { json.value(truth); }
  void operator()(std::int64_t number) const { json.value(number); }
  void operator()(double number) const { json.value(number); }
  void operator()(const std::string& text) const { json.value(text); }
  void operator()(const frontmatter::Date& date) const { json.value(site::iso_date(date)); }
  void operator()(const frontmatter::DateTime& moment) const { json.value(site::iso_moment(moment)); }
  void operator()(const Sequence& items) const {
    json.begin_array();
    for (const Value& item : items) std::visit(*this, item.data);
    json.end_array();
  }
  void operator()(const Mapping& fields) const {
    json.begin_object();
    for (const auto& [key, value] : fields) {
      json.key(key);
      std::visit(*this, value.data);
    }
    json.end_object();
  }
};

}  // namespace

std::string json(const Release& release, std::span<const Diagnostic> diagnostics,
                 const messages::Catalog& catalog) {
  JsonWriter json;
  json.begin_object();
  json.key("format");
  json.value(std::int64_t{1});
  json.key("front_matter");
  std::visit(ValueWriter{json}, release.front_matter.root.data);
  json.key("body");
  json.value(release.text.bytes(release.body));
  json.key("html");
  json.value(html(release, HtmlMode::kSafe));
  json.key("diagnostics");
  json.begin_array();
  PositionCursor positions(release.text);
  for (const Diagnostic& diagnostic : diagnostics) write_diagnostic(json, positions, diagnostic, catalog);
  json.end_array();
  json.end_object();
  return std::move(json).finish();
}

}  // namespace depeche::writers
