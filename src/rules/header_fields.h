// The values of the header's fields, as the rules on what is written in them go through them.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "release/release.h"
#include "rules/report.h"
#include "site/names/fields.h"

namespace depeche::rules {

// Every value that holds no others, those in lists and below other fields too, in the order of the source.
std::vector<const frontmatter::Value*> single_values(const frontmatter::Value& root);

// What YAML takes for a comment on the line of a value without quotes, from its sign to its last word; for one
// that is not there, behind the colon or dash.
std::optional<Span> comment_behind(const Release& release, const frontmatter::Value& value);

// Whether it looks like a hashtag or a number: `#MonPlan`, `#1`. A comment has a blank after its sign.
bool is_glued_to_its_sign(std::string_view comment);

// The fix that puts a value and the comment behind it between quotes. It reads as both, wherever a value
// without quotes may stand; it is not read back, since a header can have many.
std::vector<Fix> quote_with_comment(const Release& release, const frontmatter::Value& value, Span comment);

// A field of the header itself that says something, and whose name is that of `field`, or what people write for
// it, but for capitals and for the no-break space that French puts before a colon; null when there is none.
const frontmatter::Entry* field_nearly_named(const Release& release, site::Field field);

// There is no such `field`, for which `near` was meant: with the fix that renames it.
void report_near_name(const Release& release, const frontmatter::Entry& near, site::Field field,
                      Report& found);

// Where to say that a field is missing: the first fence's line, or the start of a document without front
// matter.
Span missing_field_span(const Release& release);

}  // namespace depeche::rules
