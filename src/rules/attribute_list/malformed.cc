// attribute-list/malformed
//
// A part of a list that kramdown passes over, such as `{: target=_blank}`. Fix, for a value that lacks its
// quotes: put them.
//
// ```diff
// - [le plan](/plan){: ⟦target=_blank⟧}
// + [le plan](/plan){: target="_blank"}
// ```
#include "rules/attribute_lists.h"
#include "rules/rule.h"

namespace depeche::rules {
namespace {

using markdown::Kind;
using markdown::NodeId;

// `target=_blank` lacks its quotes.
std::vector<Fix> quote_value(Span span, std::string_view part) {
  const std::size_t equals = part.find('=');
  if (equals == part.npos || !is_attribute_name(part.substr(0, equals))) return {};
  const std::string_view value = part.substr(equals + 1);
  if (value.empty() || value.find_first_of("\"'\\{}“”«»") != value.npos) return {};
  const std::string quoted = std::string(part.substr(0, equals)) + "=\"" + std::string(value) + "\"";
  return {{{"fix/write", {quoted}}, {{span, quoted}}}};
}

void check(const Input& input, NodeId node, Report& found) {
  for (const Part& part : read_list(input, node).parts) {
    if (part.kind != PartKind::kMalformed) continue;
    const std::string_view source = input.source(part.span);
    found.add(part.span, {std::string(source)}, quote_value(part.span, source));
  }
}

}  // namespace

extern const Rule attribute_list_malformed = {
    .id = "attribute-list/malformed",
    .order = 410,
    .check_node = {{Kind::kAttributeList}, check},
};

}  // namespace depeche::rules
