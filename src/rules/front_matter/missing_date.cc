// front-matter/missing-date
//
// No `date`. Jekyll then takes the date of the file's name, which this check does not see; hence a hint. An
// empty one is another matter: see below. `Date` or `date` and a no-break space is told, and renamed, as it
// is for the title.
//
// ```diff
//   ⟦---⟧
//   title: Une gare
//   ---
// ```
#include "rules/header_fields.h"
#include "rules/rule.h"
#include "site/names/fields.h"

namespace depeche::rules {
namespace {

void check(const Input& input, Report& found) {
  const Release& release = input.release;
  if (release.front_matter.find(site::name_of(site::Field::kDate)) != nullptr) return;
  if (const frontmatter::Entry* near = field_nearly_named(release, site::Field::kDate))
    return report_near_name(release, *near, site::Field::kDate, found);
  found.add(missing_field_span(release), {"2026-09-14 10:30:00 +02:00"});
}

}  // namespace

extern const Rule front_matter_missing_date = {
    .id = "front-matter/missing-date",
    .order = 140,
    .severity = Severity::kHint,
    .check_fields = check,
};

}  // namespace depeche::rules
