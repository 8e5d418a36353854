#include "frontmatter/value.h"

#include <algorithm>

namespace depeche::frontmatter {

const Value* Value::find(std::string_view key) const {
  const Mapping* entries = mapping();
  if (!entries) return nullptr;
  auto entry = std::find_if(entries->begin(), entries->end(), [&](const auto& e) { return e.key == key; });
  return entry == entries->end() ? nullptr : &entry->value;
}

}  // namespace depeche::frontmatter
