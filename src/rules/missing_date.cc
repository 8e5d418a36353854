// front-matter/missing-date: no `date`, or an empty one.
#include "rules/checks.h"
#include "rules/report.h"
#include "rules/source.h"

namespace depeche::rules {

void check_missing_date(const Rule& rule, const Release& release, std::vector<Diagnostic>& found) {
  if (release.front_matter.broken) return;
  const frontmatter::Value* date = release.front_matter.find("date");
  if (date != nullptr && !std::holds_alternative<frontmatter::Null>(date->data) &&
      !(date->string() != nullptr && is_blank(*date->string())))
    return;
  found.push_back(report(rule, date != nullptr ? date->key_span : missing_field_span(release),
                         {"2026-09-14 10:30:00 +02:00"}));
}

}  // namespace depeche::rules
