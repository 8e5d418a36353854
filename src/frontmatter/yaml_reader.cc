#include "frontmatter/yaml_reader.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "frontmatter/extent.h"
#include "frontmatter/field_line.h"
#include "frontmatter/plain_fields.h"
#include "frontmatter/source.h"
#include "frontmatter/value_builder.h"
#include "frontmatter/yaml_diagnostic.h"
#include "frontmatter/yaml_events.h"

namespace depeche::frontmatter {
namespace {

// How many broken fields are read around. Each costs one more reading.
constexpr int kMaximumRepairs = 4;

struct Attempt {
  BuiltValue built;
  std::optional<YamlProblem> problem;
};

YamlEvents read_events(const PreparedSource& source, Offset fence) {
  if (!source.forbidden) {
    if (auto events = read_plain_fields(source.bytes, fence)) return {std::move(*events), std::nullopt};
  }
  return read_yaml_events(source, fence);
}

Attempt attempt(const PreparedSource& source, Offset fence, Span yaml) {
  YamlEvents read = read_events(source, fence);
  Attempt result{build_value(source.bytes, yaml.begin, read.events), read.problem};
  const auto& found = result.built.problem;
  if (found && (!result.problem || found->offset < result.problem->offset)) result.problem = found;
  return result;
}

bool can_be_read_around(YamlProblemKind kind) {
  return kind != YamlProblemKind::kIgnoredRest && kind != YamlProblemKind::kTooDeep &&
         kind != YamlProblemKind::kTooManyAliases;
}

// Blanks out the lines of the field that `offset` stands in. None when there are none left to blank.
std::optional<Span> hide_field(PreparedSource& source, Span yaml, Offset offset) {
  auto lines = lines_of_field(source.bytes, yaml, offset);
  if (!lines) return std::nullopt;
  for (Offset at = lines->begin; at < lines->end; ++at) {
    if (!is_break(source.bytes[at])) source.bytes[at] = ' ';
  }
  if (source.forbidden && lines->contains(*source.forbidden)) source.forbidden.reset();
  return lines;
}

// Adds a hidden field as the text that stands on its line, where that is all there is to it.
void add_as_written(std::string_view bytes, Span lines, Value& root) {
  auto line = read_field_line(bytes, lines.begin);
  if (!line || line->value.empty()) return;
  std::string_view written = line->value.of(bytes);
  if (std::string_view("[{|>").find(written.front()) != std::string_view::npos) return;
  if (written.front() == '"' || written.front() == '\'') {
    if (written.size() > 1 && written.back() == written.front()) written.remove_suffix(1);
    written.remove_prefix(1);
  }
  std::string key = restore_text(line->key.of(bytes));
  if (root.find(key)) return;

  Value value{restore_text(written), line->value, line->key};
  auto& entries = std::get<Mapping>(root.data);
  auto place = std::find_if(entries.begin(), entries.end(),
                            [&](const auto& entry) { return entry.value.key_span.begin > line->key.begin; });
  entries.insert(place, {std::move(key), std::move(value)});
}

Diagnostic not_fields(Span span) {
  return {"front-matter/broken-yaml", Severity::kError, span, {"front-matter/not-fields", {}}, {}};
}

}  // namespace

YamlReading read_yaml(std::string_view bytes, Offset fence, Span yaml) {
  YamlReading result;
  PreparedSource source = prepare_source(bytes, fence);
  std::vector<Span> hidden;
  Attempt last = attempt(source, fence, yaml);
  for (int repairs = 0; last.problem; ++repairs) {
    Diagnostic diagnostic = diagnose(bytes, yaml, *last.problem, last.built);
    Offset place = diagnostic.span.begin;
    result.diagnostics.push_back(std::move(diagnostic));
    result.broken = result.broken || last.problem->kind != YamlProblemKind::kIgnoredRest;
    if (repairs == kMaximumRepairs || !can_be_read_around(last.problem->kind)) break;
    auto lines = hide_field(source, yaml, place);
    if (!lines) break;
    hidden.push_back(*lines);
    last = attempt(source, fence, yaml);
  }

  result.root = std::move(last.built.root);
  result.duplicate_keys = std::move(last.built.duplicate_keys);
  if (!result.root.mapping()) {
    bool is_empty = std::holds_alternative<Null>(result.root.data);
    if (!is_empty && !result.broken) {
      result.broken = true;
      result.diagnostics.push_back(not_fields(result.root.span));
    }
    result.root = {Mapping{}, {yaml.begin, yaml.begin}, {}};
  }
  for (Span lines : hidden) add_as_written(bytes, lines, result.root);
  std::stable_sort(result.diagnostics.begin(), result.diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.span < b.span; });
  return result;
}

}  // namespace depeche::frontmatter
