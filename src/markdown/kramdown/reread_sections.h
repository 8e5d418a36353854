// A change followed by reading again the sections that it touches (section.h).
#pragma once

#include <optional>

#include "markdown/reading.h"

namespace depeche::markdown::kramdown {

// As reread(), by the short way; nothing where the whole must be read: definitions, options or a table of
// contents may have changed, or the body's bounds.
std::optional<Reading> reread_sections(Reading before, const Change& change, const Text& text, Span body);

}  // namespace depeche::markdown::kramdown
