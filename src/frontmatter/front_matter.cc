#include "frontmatter/front_matter.h"

#include <utility>

#include "frontmatter/fences.h"
#include "frontmatter/path.h"
#include "frontmatter/yaml_reader.h"

namespace depeche::frontmatter {
namespace {

const Value* child(const Value& value, const PathStep& step) {
  if (const auto* key = std::get_if<std::string>(&step)) return value.find(*key);
  const Sequence* items = value.sequence();
  std::size_t index = std::get<std::size_t>(step);
  return items && index < items->size() ? &(*items)[index] : nullptr;
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
  result.root = {Mapping{}, {fences.yaml.begin, fences.yaml.begin}, {}};
  if (!fences.present) return result;

  YamlReading reading = read_yaml(text.bytes().substr(0, fences.yaml.end), fences.span.begin, fences.yaml);
  result.broken = reading.broken;
  result.root = std::move(reading.root);
  result.duplicate_keys = std::move(reading.duplicate_keys);
  result.diagnostics = std::move(reading.diagnostics);
  return result;
}

}  // namespace depeche::frontmatter
