// The values of the front matter's fields, for the rules on what is written in them.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "release/release.h"
#include "rules/report.h"
#include "site/names/fields.h"

namespace depeche::rules {

// Every value that holds no others, also those in lists and below other fields, in the order of the source.
std::vector<const frontmatter::Value*> single_values(const frontmatter::Value& root);

// What YAML takes for a comment on the line of a value without quotes, from the `#` to the end of its words; for
// an empty value, behind the colon or dash. None for values in quotes, block scalars and aliases.
std::optional<Span> comment_behind(const Release& release, const frontmatter::Value& value);

// Whether it looks like a hashtag or a number rather than a comment: `#MonPlan`, `#1`. A comment has a
// blank after its `#`.
bool is_glued_to_its_sign(std::string_view comment);

// The fix that puts a value and the comment behind it between double quotes; none where they are not valid UTF-8.
// Quotes are allowed wherever a value without quotes is, so the result is not parsed again to check: front matter
// can have many such values.
std::vector<Fix> quote_with_comment(const Release& release, const frontmatter::Value& value, Span comment);

// A field at the top level that has a value and whose name is that of `field`, or one that people write by
// mistake, ignoring case and the no-break space that French puts before a colon; null when there is none.
const frontmatter::Entry* field_nearly_named(const Release& release, site::Field field);

// Reports that `field` is missing and `near` was probably meant for it, with the fix that renames it where its
// key is written without quotes.
void report_near_name(const Release& release, const frontmatter::Entry& near, site::Field field,
                      Report& found);

// Where to report that a field is missing: the first fence's line, or the start of a document without front matter.
Span missing_field_span(const Release& release);

}  // namespace depeche::rules
