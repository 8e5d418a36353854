#include "rules/report.h"

namespace depeche::rules {

Diagnostic report(const Rule& rule, Span span, std::vector<std::string> arguments, std::vector<Fix> fixes) {
  return {std::string(rule.id),
          rule.severity,
          span,
          {std::string(rule.id), std::move(arguments)},
          std::move(fixes)};
}

Span missing_field_span(const Release& release) {
  if (!release.front_matter.present) return {release.body.begin, release.body.begin};
  return release.text.line(release.text.line_at(release.front_matter.span.begin));
}

}  // namespace depeche::rules
