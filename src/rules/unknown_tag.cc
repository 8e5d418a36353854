// html/unknown-tag: `<www.gouv.fr>` or `<Jean Dupont>`. To Jekyll and to browsers that is a tag: nothing of it shows, and what
// follows may be taken for HTML.
//
// Only what is hardly meant as one is told: no element of HTML, no custom element (which has a hyphen), no attribute with a
// value, no end tag.
#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "markdown/kramdown/html_elements.h"
#include "rules/checks.h"
#include "rules/report.h"

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

}  // namespace

void check_unknown_tag(const Rule& rule, const Release& release, std::vector<Diagnostic>& found) {
  const Tree& tree = release.tree;
  for (NodeId node = tree.root(); node < tree.size(); ++node) {
    if (tree.kind(node) != Kind::kHtmlSpan && tree.kind(node) != Kind::kHtmlBlock) continue;
    const std::string_view source = release.text.bytes(tree.span(node));
    if (!source.starts_with('<') || !is_no_element(tree.name(node))) continue;
    const std::string_view tag = start_tag(source);
    if (tag.find('=') != std::string_view::npos || ends_itself(tree, node, source)) continue;
    const Offset begin = tree.span(node).begin;
    const bool is_address =
        in_lower_case(tag).starts_with("<www.") && tag.find_first_of(" \t\n") == std::string_view::npos;
    std::vector<Fix> fixes;
    if (is_address)
      fixes.push_back({{"fix/put-before", {"https://"}}, {{{begin + 1, begin + 1}, "https://"}}});
    fixes.push_back({{"fix/show-brackets", {}}, {{{begin, begin}, "\\"}}});
    found.push_back(
        report(rule, {begin, begin + static_cast<Offset>(tag.size())}, {std::string(tag)}, std::move(fixes)));
  }
}

}  // namespace depeche::rules
