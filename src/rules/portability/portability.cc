#include "rules/portability/portability.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "markdown/parse.h"
#include "rules/portability/compare.h"
#include "rules/portability/filling.h"
#include "rules/portability/mend.h"
#include "rules/portability/reading.h"
#include "rules/report.h"

namespace depeche::rules {
namespace {

using portability::Construct;
using portability::Difference;
using portability::Reading;
using portability::Seen;

// In the order of Construct.
constexpr Rule kRules[] = {
    {"portability/attribute-list", Severity::kHint},
    {"portability/definition-list", Severity::kHint},
    {"portability/footnote", Severity::kHint},
    {"portability/abbreviation", Severity::kHint},
    {"portability/table-of-contents", Severity::kHint},
    {"portability/formula", Severity::kHint},
    {"portability/extension", Severity::kHint},
    {"portability/heading", Severity::kHint},
    {"portability/list", Severity::kHint},
    {"portability/list-number", Severity::kHint},
    {"portability/quote", Severity::kHint},
    {"portability/table", Severity::kHint},
    {"portability/code", Severity::kHint},
    {"portability/rule", Severity::kHint},
    {"portability/html", Severity::kHint},
    {"portability/paragraph", Severity::kHint},
    {"portability/emphasis", Severity::kHint},
    {"portability/link", Severity::kHint},
    {"portability/image", Severity::kHint},
    {"portability/line-break", Severity::kHint},
    {"portability/sign", Severity::kHint},
};
static_assert(std::size(kRules) == static_cast<std::size_t>(Construct::kSign) + 1);

const Rule& rule_of(Construct construct) {
  return kRules[static_cast<std::size_t>(construct)];
}

// Which words there are: the rule's own say that the site alone sees the construct, or all that can be said.
std::string message_key(const Difference& difference) {
  const std::string id(rule_of(difference.construct).id);
  switch (difference.construct) {
    case Construct::kAttributeList:
    case Construct::kDefinitionList:
    case Construct::kFootnote:
    case Construct::kAbbreviation:
    case Construct::kTableOfContents:
    case Construct::kMath:
    case Construct::kExtension:
    case Construct::kListNumber:
    case Construct::kParagraph:
      return id;
    case Construct::kHeading:
    case Construct::kList:
    case Construct::kQuote:
    case Construct::kTable:
    case Construct::kCode:
    case Construct::kThematicBreak:
    case Construct::kHtml:
    case Construct::kEmphasis:
    case Construct::kLink:
    case Construct::kImage:
    case Construct::kLineBreak:
    case Construct::kSign:
      if (difference.seen == Seen::kOnSite) return id;
      return id + (difference.seen == Seen::kElsewhere ? "-elsewhere" : "-differs");
  }
  return id;
}

Span without_line_ends(Span span, std::string_view bytes) {
  while (span.end > span.begin && (bytes[span.end - 1] == '\n' || bytes[span.end - 1] == '\r')) --span.end;
  return span;
}

// The beginning of the source, short enough for a sentence.
std::string quoted(std::string_view source) {
  constexpr std::size_t kLongest = 40;
  std::size_t size = std::min({kLongest, source.size(), source.find_first_of("\r\n")});
  while (!is_code_point_boundary(source, size)) --size;
  return std::string(source.substr(0, size)).append(size < source.size() ? "…" : "");
}

// The body as the site and as the others read it.
struct Readings {
  Reading site, elsewhere;
};

Readings read_both(const Release& release) {
  const auto reading = [&](markdown::Tree tree) {
    return portability::make_reading(std::move(tree), release.body);
  };
  const auto parse = [&](const Text& text, markdown::Dialect dialect) {
    return markdown::parse(text, release.body, dialect);
  };
  if (!portability::needs_filling(release.text, release.body))
    return {reading(release.tree), reading(parse(release.text, markdown::Dialect::kGfm))};
  const Text filled = portability::filled(release.text, release.body);
  return {reading(parse(filled, markdown::Dialect::kKramdown)),
          reading(parse(filled, markdown::Dialect::kGfm))};
}

}  // namespace

std::span<const Rule> portability_rules() {
  return kRules;
}

void check_portability(const Release& release, std::vector<Diagnostic>& found) {
  if (release.dialect != markdown::Dialect::kKramdown) return;
  const Readings readings = read_both(release);
  const std::string_view bytes = release.text.bytes();
  for (const Difference& difference : compare(readings.site, readings.elsewhere, release.body)) {
    const Span span = without_line_ends(difference.span, bytes);
    Diagnostic diagnostic = report(rule_of(difference.construct), span, {quoted(span.of(bytes))},
                                   mend(difference, readings.site, readings.elsewhere, bytes));
    diagnostic.message.key = message_key(difference);
    found.push_back(std::move(diagnostic));
  }
}

}  // namespace depeche::rules
