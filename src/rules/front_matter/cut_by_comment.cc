// front-matter/cut-by-comment
//
// A value without quotes that a hashtag or a number cuts, in any field or list: of `title: Le ministère lance
// #MonPlan pour tous` the site shows “Le ministère lance”, since YAML takes “#” behind a blank for the
// beginning of a comment. Comments as people write them, with a blank after the sign, are let be, but for a
// hint behind a title; so are those behind dates, numbers and truths, which are whole, and behind nothing
// (`title: #MonPlan` is `missing-title`, with the same fix). Fix: the value and what was cut, in quotes.
//
// ```diff
//   ---
// - title: Le ministère lance ⟦#MonPlan pour tous⟧
// + title: "Le ministère lance #MonPlan pour tous"
//   ---
// ```
#include "rules/header_fields.h"
#include "rules/rule.h"
#include "site/names/fields.h"

namespace depeche::rules {
namespace {

using site::Field;

// An item of a list, or a field that people fill in with hashtags: then a sign at the beginning is one, too.
bool is_of_words(const Release& release, const frontmatter::Value& value) {
  const auto is_field = [&](Field field) { return release.front_matter.find(name_of(field)) == &value; };
  return value.key_span.empty() || is_field(Field::kTags) || is_field(Field::kCategories);
}

// A number, a date or a truth is whole as it stands. Only a title is asked about in any case, since it is seen
// by all and hardly ever remarked upon.
void check(const Input& input, Report& found) {
  const Release& release = input.release;
  const frontmatter::Value* const title = release.front_matter.find(name_of(Field::kTitle));
  for (const frontmatter::Value* value : single_values(release.front_matter.root)) {
    const bool is_missing = std::holds_alternative<frontmatter::Null>(value->data) && value->span.empty();
    if (is_missing && !is_of_words(release, *value)) continue;
    if (!is_missing && value->span.empty()) continue;
    if (!is_missing && value != title && value->string() == nullptr) continue;
    const auto comment = comment_behind(release, *value);
    if (!comment) continue;
    const std::string_view cut = input.source(*comment);
    const bool is_glued = is_glued_to_its_sign(cut);
    if (!is_glued && value != title) continue;
    Diagnostic& finding =
        found.add(*comment, {std::string(cut)}, quote_with_comment(release, *value, *comment));
    if (!is_glued) finding.severity = Severity::kHint;
  }
}

}  // namespace

extern const Rule front_matter_cut_by_comment = {
    .id = "front-matter/cut-by-comment",
    .order = 170,
    .check_fields = check,
};

}  // namespace depeche::rules
