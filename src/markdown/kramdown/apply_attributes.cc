#include "markdown/kramdown/apply_attributes.h"

#include <utility>

#include "markdown/kramdown/entities.h"

namespace depeche::markdown::kramdown {
namespace {

// Lists may refer to each other; so deep, since kramdown would not end on a circle.
constexpr int kMaximumReferences = 8;

void apply(const Definitions& definitions, const AttributeList& list, TreeBuilder& builder, NodeId node,
           int depth) {
  for (const std::string& name : list.references) {
    const auto found = definitions.attribute_lists.find(name);
    if (found != definitions.attribute_lists.end() && depth < kMaximumReferences) {
      apply(definitions, found->second, builder, node, depth + 1);
    }
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

void apply_attributes(const Definitions& definitions, const AttributeList& list, TreeBuilder& builder,
                      NodeId node) {
  apply(definitions, list, builder, node, 0);
}

}  // namespace depeche::markdown::kramdown
