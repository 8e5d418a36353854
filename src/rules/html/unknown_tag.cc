// html/unknown-tag
//
// `<www.gouv.fr>` or `<Jean Dupont>`: to Jekyll and to browsers a tag that nobody knows, of which nothing
// shows. Told only where it is hardly meant as one: no element of HTML, no custom element, no attribute with
// a value, no end tag. Fixes: `https://` before an address; a backslash, so that the brackets show.
//
// ```diff
// - Voir ⟦<www.velo.gouv.fr>⟧
// + Voir <https://www.velo.gouv.fr>
// ```
//
// ```diff
// - Contact : ⟦<Jean Dupont>⟧, presse
// + Contact : \<Jean Dupont>, presse
// ```
#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "markdown/kramdown/html_elements.h"
#include "rules/rule.h"

namespace depeche::rules {
namespace {

using markdown::Kind;
using markdown::NodeId;
using markdown::Tree;

// The start tag at the beginning of `source`, or what there is of it.
std::string_view start_tag(std::string_view source) {
  return source.substr(0, std::min(source.find('>'), source.size() - 1) + 1);
}

bool is_no_element(std::string_view name) {
  const bool is_custom = name.find('-') != std::string_view::npos && name.find('.') == std::string_view::npos;
  return !is_custom && name.find(':') == std::string_view::npos &&
         !markdown::kramdown::known_element(in_lower_case(name));
}

bool ends_itself(const Tree& tree, NodeId node, std::string_view source) {
  return tree.end_tag_is_apart(node) || source.ends_with("/>") ||
         in_lower_case(source).find("</" + in_lower_case(tree.name(node))) != std::string::npos;
}

void check(const Input& input, NodeId node, Report& found) {
  const Tree& tree = input.tree();
  const std::string_view source = input.source(node);
  if (!source.starts_with('<') || !is_no_element(tree.name(node))) return;
  const std::string_view tag = start_tag(source);
  if (tag.find('=') != std::string_view::npos || ends_itself(tree, node, source)) return;
  const Offset begin = tree.span(node).begin;
  const bool is_address =
      in_lower_case(tag).starts_with("<www.") && tag.find_first_of(" \t\n") == std::string_view::npos;
  std::vector<Fix> fixes;
  if (is_address) fixes.push_back({{"fix/put-before", {"https://"}}, {{{begin + 1, begin + 1}, "https://"}}});
  fixes.push_back({{"fix/show-brackets", {}}, {{{begin, begin}, "\\"}}});
  found.add({begin, begin + static_cast<Offset>(tag.size())}, {std::string(tag)}, std::move(fixes));
}

}  // namespace

extern const Rule html_unknown_tag = {
    .id = "html/unknown-tag",
    .order = 360,
    .check_node = {{Kind::kHtmlSpan, Kind::kHtmlBlock}, check},
};

}  // namespace depeche::rules
