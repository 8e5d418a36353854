#include "html/character_reference.h"

#include "base/utf8.h"

extern "C" {
#include <entity.h>
}

namespace depeche::html {

std::optional<std::string> named_character_reference(std::string_view name) {
  constexpr std::size_t kLongestName = 32;  // "CounterClockwiseContourIntegral" has 31
  if (name.empty() || name.size() > kLongestName) return std::nullopt;
  if (name.find_first_of(std::string_view(";\0", 2)) != std::string_view::npos) return std::nullopt;
  const std::string written = '&' + std::string(name) + ';';
  const ENTITY* entity = entity_lookup(written.data(), written.size());
  if (entity == nullptr) return std::nullopt;
  std::string text;
  append_utf8(text, entity->codepoints[0]);
  if (entity->codepoints[1] != 0) append_utf8(text, entity->codepoints[1]);
  return text;
}

}  // namespace depeche::html
