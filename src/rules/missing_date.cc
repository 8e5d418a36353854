// front-matter/missing-date: no `date`. One that is empty is unreadable (unreadable_date.cc).
#include "rules/checks.h"
#include "rules/header_fields.h"
#include "rules/report.h"
#include "site/names/fields.h"

namespace depeche::rules {

void check_missing_date(const Rule& rule, const Release& release, std::vector<Diagnostic>& found) {
  if (release.front_matter.broken) return;
  if (release.front_matter.find(site::name_of(site::Field::kDate)) != nullptr) return;
  if (const frontmatter::Entry* near = field_nearly_named(release, site::Field::kDate))
    return found.push_back(report_near_name(rule, release, *near, site::Field::kDate));
  found.push_back(report(rule, missing_field_span(release), {"2026-09-14 10:30:00 +02:00"}));
}

}  // namespace depeche::rules
