// attribute-list/unknown-reference
//
// `{: name}` where no `{:name: …}` defines it: kramdown drops it without a word. Most often a class was
// meant. Fix: `{: .name}`.
//
// ```diff
//   Un texte
// - {: ⟦citation⟧}
// + {: .citation}
// ```
#include <set>

#include "rules/attribute_lists.h"
#include "rules/rule.h"

namespace depeche::rules {
namespace {

using markdown::Kind;
using markdown::NodeId;

std::vector<Fix> make_class(Span span, const std::string& name) {
  return {{{"fix/make-class", {name}}, {{span, "." + name}}}};
}

void check(const Input& input, std::span<const NodeId> nodes, Report& found) {
  std::vector<AttributeList> lists;
  for (const NodeId node : nodes) lists.push_back(read_list(input, node));
  std::set<std::string_view> defined = {"toc"};  // `{:toc}` makes the table of contents
  for (const AttributeList& list : lists)
    if (!list.defines.empty()) defined.insert(list.defines);
  for (const AttributeList& list : lists) {
    for (const Part& part : list.parts) {
      const std::string name(input.source(part.span));
      if (part.kind != PartKind::kReference || defined.contains(name)) continue;
      found.add(part.span, {name}, make_class(part.span, name));
    }
  }
}

}  // namespace

extern const Rule attribute_list_unknown_reference = {
    .id = "attribute-list/unknown-reference",
    .order = 400,
    .check_nodes = {{Kind::kAttributeList}, check},
};

}  // namespace depeche::rules
