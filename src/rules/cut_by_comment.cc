// front-matter/cut-by-comment: `title: Le ministère lance #MonPlan pour tous`, of which the site shows "Le
// ministère lance": behind a blank, "#" begins a comment.
//
// What people want to remark they write behind "# "; a sign without a blank is a hashtag or a number. Only a
// title is asked about in any case, since it is seen by all and hardly ever remarked upon. A number, a date or
// a yes is whole as it stands, so what follows it is a comment.
#include "rules/checks.h"
#include "rules/header_fields.h"
#include "rules/report.h"
#include "site/names/fields.h"

namespace depeche::rules {
namespace {

using site::Field;

// An item of a list, or a field that people fill in with hashtags: then a sign at the beginning is one, too.
bool is_of_words(const Release& release, const frontmatter::Value& value) {
  const auto is_field = [&](Field field) { return release.front_matter.find(name_of(field)) == &value; };
  return value.key_span.empty() || is_field(Field::kTags) || is_field(Field::kCategories);
}

}  // namespace

void check_cut_by_comment(const Rule& rule, const Release& release, std::vector<Diagnostic>& found) {
  if (release.front_matter.broken) return;
  const frontmatter::Value* const title = release.front_matter.find(name_of(Field::kTitle));
  for (const frontmatter::Value* value : single_values(release.front_matter.root)) {
    const bool is_missing = std::holds_alternative<frontmatter::Null>(value->data) && value->span.empty();
    if (is_missing && !is_of_words(release, *value)) continue;
    if (!is_missing && value->span.empty()) continue;
    if (!is_missing && value != title && value->string() == nullptr) continue;
    const auto comment = comment_behind(release, *value);
    if (!comment) continue;
    const std::string_view cut = release.text.bytes(*comment);
    const bool is_glued = is_glued_to_its_sign(cut);
    if (!is_glued && value != title) continue;
    Diagnostic finding =
        report(rule, *comment, {std::string(cut)}, quote_with_comment(release, *value, *comment));
    if (!is_glued) finding.severity = Severity::kHint;
    found.push_back(std::move(finding));
  }
}

}  // namespace depeche::rules
