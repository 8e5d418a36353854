// A header that was meant as one and that the site does not take for one: something stands before it, or the
// lines of dashes around it are not what Jekyll looks for (frontmatter/fences.h). Nothing of it is broken
// YAML, and all of its fields are lost.
//
// What was meant is told by the fields: lines of dashes, or one, around lines that begin with a field's name,
// one of Jekyll's own among them. A rule at the beginning of a text, or a text without a header, is none.
#pragma once

#include <optional>
#include <string_view>

#include "base/diagnostic.h"
#include "frontmatter/fences.h"

namespace depeche::frontmatter {

inline constexpr std::string_view kLostHeader = "front-matter/lost-header";  // the rule

// The first thing that keeps the header from being one, as a finding of that rule, with a fix that mends
// all of them: behind it the header is found as it was meant, and every other byte is what it was. What stood
// before the header or behind its dashes goes to the body, or, if it is a field or a comment, to a line of
// its own.
//
// `fences` are those of `bytes`. Of a document whose fences are found, the caller says by `is_broken` that
// what stands between them is no YAML, or more than one document: only then the last may be one that was not
// meant.
//
// Linear in size; for a document that does not look as if it had a header, a look at its first lines.
std::optional<Diagnostic> find_lost_header(std::string_view bytes, const Fences& fences, bool is_broken);

}  // namespace depeche::frontmatter
