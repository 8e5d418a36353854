// Follows a change by reading again only the sections that it touches (section.h).
#pragma once

#include <optional>

#include "markdown/reading.h"

namespace depeche::markdown::kramdown {

// As reread(), without reading the whole body. None where that is necessary: definitions, options, a table of
// contents or the body's bounds may have changed. `change` is not empty and `before` has sections.
std::optional<Reading> reread_sections(Reading before, const Change& change, const Text& text, Span body);

}  // namespace depeche::markdown::kramdown
