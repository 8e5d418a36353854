// front-matter/missing-title
//
// No `title`, or an empty one. Fix: the first heading of the text as the title. Where a field has nearly that
// name (`Title`, `titre`, or `title` and a no-break space before the colon) it is told instead, and renamed.
//
// ```diff
//   ⟦---⟧
//   date: 2026-09-14
// + title: La gare
//   ---
//   # La gare
// ```
//
// ```diff
//   ---
// - ⟦Titre⟧: Une gare
// + title: Une gare
//   ---
// ```
#include "rules/header_fields.h"
#include "rules/rule.h"
#include "rules/source.h"
#include "site/names/fields.h"

namespace depeche::rules {
namespace {

using frontmatter::Null;
using frontmatter::Value;
using site::Field;

bool says_something(const Value* title) {
  if (title == nullptr || std::holds_alternative<Null>(title->data)) return false;
  return title->string() == nullptr || !is_blank(*title->string());
}

// `title: #MonPlan` is a title that YAML takes for a comment. Else the first heading of the text is likely the
// title, written in the wrong place.
std::vector<Fix> fixes(const Release& release, const Value* title) {
  if (title != nullptr && title->span.empty()) {
    const auto comment = comment_behind(release, *title);
    if (comment && is_glued_to_its_sign(release.text.bytes(*comment)))
      return quote_with_comment(release, *title, *comment);
  }
  if (release.outline.empty() || is_blank(release.outline[0].title)) return {};
  const std::string& heading = release.outline[0].title;
  Result<std::vector<Replacement>> edits =
      frontmatter::set_field(release.text, name_of(Field::kTitle), heading);
  if (!edits) return {};
  return {{{"fix/add-title", {heading}}, std::move(edits).value()}};
}

void check(const Input& input, Report& found) {
  const Release& release = input.release;
  const Value* title = release.front_matter.find(name_of(Field::kTitle));
  if (says_something(title)) return;
  if (title == nullptr) {
    if (const frontmatter::Entry* near = field_nearly_named(release, Field::kTitle))
      return report_near_name(release, *near, Field::kTitle, found);
  }
  found.add(title != nullptr ? title->key_span : missing_field_span(release), {}, fixes(release, title));
}

}  // namespace

extern const Rule front_matter_missing_title = {
    .id = "front-matter/missing-title",
    .order = 130,
    .severity = Severity::kError,
    .check_fields = check,
};

}  // namespace depeche::rules
