#include "frontmatter/front_matter.h"

#include "frontmatter/fences.h"

namespace depeche::frontmatter {

const Value* FrontMatter::find(std::string_view path) const {
  return root.find(path);
}

FrontMatter read_front_matter(const Text& text) {
  Fences fences = find_fences(text.bytes());
  FrontMatter result;
  result.present = fences.present;
  result.span = fences.span;
  result.yaml = fences.yaml;
  result.body = fences.body;
  result.root.data = Mapping{};
  return result;
}

Result<std::vector<Replacement>> set_field(const Text&, std::string_view, std::string_view) {
  return Message{"front-matter/cannot-set", {}};
}

}  // namespace depeche::frontmatter
