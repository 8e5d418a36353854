#include <algorithm>
#include <vector>

#include "rules/checks.h"
#include "rules/portability/portability.h"
#include "rules/rules.h"

namespace depeche::rules {
namespace {

struct Check {
  Rule rule;
  // Appends what it finds.
  void (*run)(const Rule& rule, const Release& release, std::vector<Diagnostic>& found);
};

constexpr Check kChecks[] = {
    {{"text/not-utf8", Severity::kError}, check_not_utf8},
    {{"front-matter/lost-header", Severity::kError}, check_header},
    {{"front-matter/broken-yaml", Severity::kError}, check_header},
    {{"front-matter/missing-title", Severity::kError}, check_missing_title},
    {{"front-matter/missing-date", Severity::kHint}, check_missing_date},
    {{"front-matter/unreadable-date", Severity::kError}, check_unreadable_date},
    {{"front-matter/duplicate-key", Severity::kWarning}, check_duplicate_key},
    {{"front-matter/cut-by-comment", Severity::kWarning}, check_cut_by_comment},
    {{"front-matter/unlisted-words", Severity::kWarning}, check_unlisted_words},
    {{"front-matter/published", Severity::kWarning}, check_published},
    {{"body/empty", Severity::kWarning}, check_empty_body},
    {{"image/missing-alternative", Severity::kWarning}, check_missing_alternative},
    {{"image/beside-the-page", Severity::kHint}, check_relative_picture},
    {{"link/missing-target", Severity::kWarning}, check_missing_target},
    {{"link/missing-scheme", Severity::kWarning}, check_missing_scheme},
    {{"html/unknown-tag", Severity::kWarning}, check_unknown_tag},
    {{"link/wrapped", Severity::kWarning}, check_wrapped_link},
    {{"emphasis/escaped-stars", Severity::kWarning}, check_escaped_stars},
    {{"list/bullet-signs", Severity::kHint}, check_bullet_signs},
    {{"attribute-list/unknown-reference", Severity::kWarning}, check_unknown_reference},
    {{"attribute-list/malformed", Severity::kWarning}, check_malformed_attributes},
};

}  // namespace

std::span<const Rule> registry() {
  static const std::vector<Rule> kRules = [] {
    std::vector<Rule> rules;
    for (const Check& check : kChecks) rules.push_back(check.rule);
    rules.insert(rules.end(), portability_rules().begin(), portability_rules().end());
    return rules;
  }();
  return kRules;
}

std::vector<Diagnostic> check(const Release& release, Options options) {
  std::vector<Diagnostic> found;
  for (const Check& check : kChecks) check.run(check.rule, release, found);
  if (options.portability) check_portability(release, found);
  std::ranges::stable_sort(found, {}, &Diagnostic::span);
  return found;
}

}  // namespace depeche::rules
