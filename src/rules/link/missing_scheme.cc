// link/missing-scheme
//
// A link to `www.…`, to a mail address, or to a host below `.fr`, `.com`, `.org`, `.net` or `.eu` (which no
// file's name ends in) without `https://` or `mailto:`: a browser looks for it beside the page. Fix: what is
// missing, before it.
//
// ```diff
// - [le site](⟦www.gouv.fr⟧)
// + [le site](https://www.gouv.fr)
// ```
#include <algorithm>
#include <optional>
#include <string>

#include "base/ascii.h"
#include "rules/rule.h"

namespace depeche::rules {
namespace {

using markdown::Kind;
using markdown::NodeId;
using markdown::Tree;

constexpr std::string_view kDomains[] = {"fr", "com", "org", "net", "eu"};

// Of one in small letters.
bool is_of_host(char c) {
  return is_letter(c) || is_digit(c) || c == '-';
}

// Two labels or more of letters, digits and hyphens.
bool is_host(std::string_view text) {
  std::size_t labels = 0;
  while (true) {
    const std::size_t end = std::min(text.find('.'), text.size());
    if (end == 0 || !std::ranges::all_of(text.substr(0, end), is_of_host)) return false;
    ++labels;
    if (end == text.size()) return labels >= 2;
    text.remove_prefix(end + 1);
  }
}

bool is_mail_address(std::string_view text) {
  const std::size_t at = text.find('@');
  if (at == 0 || at == std::string_view::npos) return false;
  const auto may_name = [](char c) {
    return is_of_host(c) || std::string_view("._+%'").find(c) != std::string_view::npos;
  };
  return std::ranges::all_of(text.substr(0, at), may_name) &&
         is_host(text.substr(at + 1, text.find('?', at) - at - 1));
}

// What `address` lacks at its front; empty where it lacks nothing.
std::string_view missing_scheme(std::string_view address) {
  const std::string lower = in_lower_case(address);
  if (is_mail_address(lower)) return "mailto:";
  const std::string_view host = std::string_view(lower).substr(0, lower.find_first_of("/?#:"));
  if (!is_host(host)) return "";
  if (host.starts_with("www.")) return "https://";
  const bool is_known = std::ranges::find(kDomains, host.substr(host.rfind('.') + 1)) != std::end(kDomains);
  return is_known ? "https://" : "";
}

// Where `address` stands in `place`, which in HTML holds the attribute's name too; none where it is written
// otherwise there (`&#46;`).
std::optional<Span> find_address(const Release& release, Span place, std::string_view address) {
  const std::size_t at = release.text.bytes(place).find(address);
  if (at == std::string_view::npos) return std::nullopt;
  const auto begin = static_cast<Offset>(place.begin + at);
  return Span{begin, static_cast<Offset>(begin + address.size())};
}

// Of `[label]: address "title"`.
Span address_of_definition(const Release& release, Span definition) {
  const std::string_view source = release.text.bytes(definition);
  std::size_t begin = source.find("]:");
  if (begin == std::string_view::npos) return {};
  begin = source.find_first_not_of(" \t\r\n<", begin + 2);
  if (begin == std::string_view::npos) return {};
  const std::size_t end = std::min(source.find_first_of(" \t\r\n>", begin), source.size());
  return {static_cast<Offset>(definition.begin + begin), static_cast<Offset>(definition.begin + end)};
}

void check_address(Span place, std::string_view address, Report& found) {
  const std::string scheme(missing_scheme(address));
  if (scheme.empty()) return;
  found.add(place, {std::string(address), scheme},
            {{{"fix/put-before", {scheme}}, {{{place.begin, place.begin}, scheme}}}});
}

void check(const Input& input, NodeId node, Report& found) {
  const Tree& tree = input.tree();
  if (tree.kind(node) == Kind::kLinkDefinition) {
    const Span place = address_of_definition(input.release, tree.span(node));
    return check_address(place, input.source(place), found);
  }
  for (const markdown::Attribute& attribute : tree.attributes(node)) {
    // Without a span it stands in the definition that the link names.
    if (attribute.span.empty() || (attribute.name != "href" && attribute.name != "src")) continue;
    const std::string_view address = tree.attribute(node, attribute.name).value_or("");
    if (const auto place = find_address(input.release, attribute.span, address))
      check_address(*place, address, found);
  }
}

}  // namespace

extern const Rule link_missing_scheme = {
    .id = "link/missing-scheme",
    .order = 350,
    .check_node = {{Kind::kLink, Kind::kImage, Kind::kHtmlSpan, Kind::kHtmlBlock, Kind::kLinkDefinition},
                   check},
};

}  // namespace depeche::rules
