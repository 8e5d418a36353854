// A header that was meant as one but that the site does not take for one: there is something before it, or the
// lines of dashes around it are not what Jekyll looks for (frontmatter/fences.h). Its YAML may be correct, and
// still all of its fields are lost.
//
// Such a header is recognized by its fields: one or two lines of dashes around lines that begin with a field's
// name, at least one of which begins no ordinary sentence (site::tells_header). A rule at the beginning of a
// text is not one, nor is a text without a header.
#pragma once

#include <optional>
#include <string_view>

#include "base/diagnostic.h"
#include "frontmatter/fences.h"

namespace depeche::frontmatter {

inline constexpr std::string_view kLostHeader = "front-matter/lost-header";  // the rule

// The first thing that keeps the header from being one, as a diagnostic of that rule. Its fix mends all such
// things: once it is applied, the header is found as it was meant, and every other byte is unchanged. Text
// before the header or after its dashes moves to the body, or, if it is a field or a comment, to a line of its
// own.
//
// `fences` are those of `bytes`. `is_broken` says that they were found but that the text between them is not
// valid YAML, or holds more than one document. Only then is the closing fence doubted: otherwise, a byte order
// mark is all that is reported of a header with fences.
//
// Linear in size. Of a document that does not look as if it had a header, only the first lines are read.
std::optional<Diagnostic> find_lost_header(std::string_view bytes, const Fences& fences, bool is_broken);

}  // namespace depeche::frontmatter
