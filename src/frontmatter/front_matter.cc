#include "frontmatter/front_matter.h"

#include <utility>

#include "frontmatter/fences.h"
#include "frontmatter/path.h"
#include "frontmatter/source.h"
#include "frontmatter/value_builder.h"
#include "frontmatter/yaml_diagnostic.h"
#include "frontmatter/yaml_events.h"

namespace depeche::frontmatter {
namespace {

const Value* child(const Value& value, const PathStep& step) {
  if (const auto* key = std::get_if<std::string>(&step)) return value.find(*key);
  const Sequence* items = value.sequence();
  std::size_t index = std::get<std::size_t>(step);
  return items && index < items->size() ? &(*items)[index] : nullptr;
}

Diagnostic not_fields(Span span) {
  return {"front-matter/not-fields", Severity::kError, span, {"front-matter/not-fields", {}}, {}};
}

}  // namespace

const Value* FrontMatter::find(std::string_view path) const {
  auto steps = parse_path(path);
  if (!steps) return nullptr;
  const Value* value = &root;
  for (const PathStep& step : *steps) {
    value = child(*value, step);
    if (!value) return nullptr;
  }
  return value;
}

FrontMatter read_front_matter(const Text& text) {
  Fences fences = find_fences(text.bytes());
  FrontMatter result;
  result.present = fences.present;
  result.span = fences.span;
  result.yaml = fences.yaml;
  result.body = fences.body;
  result.root.data = Mapping{};
  result.root.span = {fences.yaml.begin, fences.yaml.begin};
  if (!fences.present) return result;

  // Ruby is given the opening fence along with the YAML: a mark of documents, before which `%` would count.
  std::string_view bytes = text.bytes().substr(0, fences.yaml.end);
  PreparedSource source = prepare_source(bytes, fences.span.begin);
  YamlEvents read = read_yaml_events(source, fences.span.begin);
  BuiltValue built = build_value(source.bytes, fences.yaml.begin, read.events);

  std::optional<YamlProblem> problem = read.problem;
  if (built.problem && (!problem || built.problem->offset < problem->offset)) problem = built.problem;
  if (problem) {
    result.broken = problem->kind != YamlProblemKind::kIgnoredRest;
    result.diagnostics.push_back(diagnose(bytes, fences.yaml, *problem, built));
  }
  result.duplicate_keys = std::move(built.duplicate_keys);
  if (built.root.mapping()) {
    result.root = std::move(built.root);
  } else if (!std::holds_alternative<Null>(built.root.data) && !result.broken) {
    result.broken = true;
    result.diagnostics.push_back(not_fields(built.root.span));
  }
  return result;
}

}  // namespace depeche::frontmatter
