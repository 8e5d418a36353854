#include "frontmatter/front_matter.h"

#include <utility>

#include "frontmatter/fences.h"
#include "frontmatter/lost_header.h"
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

// What else was found in the header follows from its being none, unless it can be read all the same.
void tell_lost(FrontMatter& front_matter, Diagnostic lost) {
  const bool is_read = front_matter.present && front_matter.diagnostics.empty();
  front_matter.broken = !is_read;
  front_matter.diagnostics = {std::move(lost)};
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
  if (!fences.present) {
    if (auto lost = find_lost_header(text.bytes(), fences, false)) tell_lost(result, *std::move(lost));
    return result;
  }

  YamlReading reading = read_yaml(text.bytes().substr(0, fences.yaml.end), fences.span.begin, fences.yaml);
  result.broken = reading.broken;
  result.root = std::move(reading.root);
  result.duplicate_keys = std::move(reading.duplicate_keys);
  result.diagnostics = std::move(reading.diagnostics);
  if (auto lost = find_lost_header(text.bytes(), fences, !result.diagnostics.empty()))
    tell_lost(result, *std::move(lost));
  return result;
}

}  // namespace depeche::frontmatter
