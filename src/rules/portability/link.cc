// portability/link
//
// One makes a link, or with another address or text: `https://…` in the text, `[texte] (https://…)`,
// `<mailto:…>`. Fix: `<https://…>`, the blank removed, `mailto:` removed.
//
// ```diff
// - Voir ⟦https://site.example⟧ ici
// + Voir <https://site.example> ici
// ```
//
// ```diff
// - Le [dossier] (⟦https://site.example/d⟧)
// + Le [dossier](https://site.example/d)
// ```
#include <string>

#include "rules/differences.h"

namespace depeche::rules {
namespace {

using portability::Construct;
using portability::Seen;

// `[texte] (https://…)`: the blanks before the parenthesis.
Span blanks_in_link(Span address, std::string_view bytes) {
  const std::string_view before = bytes.substr(0, address.begin);
  if (!before.ends_with('(')) return {};
  const std::size_t bracket = before.find_last_not_of(" \t", before.size() - 2);
  if (bracket == before.npos || before[bracket] != ']' || bracket + 2 == before.size()) return {};
  return {static_cast<Offset>(bracket + 1), address.begin - 1};
}

// An address in plain text, which only the others make a link of.
std::vector<Fix> mend_bare_address(const DifferenceInput& input) {
  const std::string address(input.source());
  if (address.starts_with('[') || address.starts_with('<') || address.starts_with('!')) return {};
  const Span blanks = blanks_in_link(input.difference.span, input.bytes);
  if (!blanks.empty()) return {{{"fix/join-link", {}}, {{blanks, ""}}}};
  if (address.starts_with("www."))
    return {write_instead(input.difference.span, "[" + address + "](https://" + address + ")")};
  return {write_instead(input.difference.span, "<" + address + ">")};
}

// `<mailto:presse@exemple.fr>`, which the others show with its `mailto:`.
std::vector<Fix> mend_mail_address(const DifferenceInput& input) {
  constexpr std::string_view kScheme = "<mailto:";
  const std::string_view source = input.source();
  if (!source.starts_with(kScheme) || !source.ends_with('>')) return {};
  return {write_instead(input.difference.span, std::string("<").append(source.substr(kScheme.size())))};
}

std::vector<Fix> fixes(const DifferenceInput& input) {
  return input.difference.seen == Seen::kElsewhere ? mend_bare_address(input) : mend_mail_address(input);
}

void check(const Input& input, Report& found) {
  add_differences(input, Construct::kLink, Words::kByWhoSeesIt, found, fixes);
}

}  // namespace

extern const Rule portability_link = {
    .id = "portability/link",
    .order = 1180,
    .severity = Severity::kHint,
    .is_on_by_default = false,
    .check_document = check,
};

}  // namespace depeche::rules
