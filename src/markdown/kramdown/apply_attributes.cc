#include "markdown/kramdown/apply_attributes.h"

#include <utility>

#include "markdown/kramdown/entities.h"

namespace depeche::markdown::kramdown {
namespace {

// Lists may refer to each other, in a circle on which kramdown would not end, or each many times to the next:
// so deep, and so many for one element.
constexpr int kMaximumReferenceDepth = 8;
constexpr int kMaximumLists = 500;

std::size_t size_of(const AttributeList& list) {
  std::size_t size = 0;
  for (const Attribute& attribute : list.attributes) {
    size += attribute.name.size() + attribute.value.value_or("").size();
  }
  return size;
}

void apply(const Definitions& definitions, const AttributeList& list, Expansions& expansions,
           TreeBuilder& builder, NodeId node, int depth, int& lists_left) {
  if (list.empty() || !expansions.use(size_of(list))) return;
  for (const std::string& name : list.references) {
    const auto found = definitions.attribute_lists.find(name);
    if (found == definitions.attribute_lists.end() || depth >= kMaximumReferenceDepth) continue;
    if (--lists_left < 0) return;
    apply(definitions, found->second, expansions, builder, node, depth + 1, lists_left);
  }
  for (const Attribute& attribute : list.attributes) {
    std::string value = resolve_references(attribute.value.value_or(""));
    if (attribute.name == "class") {
      builder.add_class(node, value, attribute.span);
    } else {
      builder.set_attribute(node, attribute.name, std::move(value), attribute.span);
    }
  }
}

}  // namespace

void apply_attributes(const Definitions& definitions, const AttributeList& list, Expansions& expansions,
                      TreeBuilder& builder, NodeId node) {
  int lists_left = kMaximumLists;
  apply(definitions, list, expansions, builder, node, 0, lists_left);
}

}  // namespace depeche::markdown::kramdown
