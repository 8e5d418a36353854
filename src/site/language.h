// Which language a release is written in, so that a page can say so (WCAG 2.2, 3.1.1) and speak it.
#pragma once

#include <optional>
#include <string>

#include "messages/catalog.h"
#include "release/release.h"

namespace depeche::site {

// How much of a text, in bytes from its start, tells its language.
inline constexpr Offset kLanguageSample = Offset{16} << 10;

// French or English by their most common words; none when neither clearly leads. Looks at the sample alone.
std::optional<messages::Language> guess_language(std::string_view text);

// The tag for HTML's `lang`: the header's field when it could be one, else the guess from the
// body's words; none when neither tells, or `otherwise`.
std::optional<std::string> language_tag_of(const Release& release);
std::string language_tag_of(const Release& release, messages::Language otherwise);

// The words that a page of the release says of its own ("Publié le", "Pièces jointes"): those of its language
// where they are known, else `otherwise`.
const messages::Catalog& catalog_of(const Release& release, const messages::Catalog& otherwise);

}  // namespace depeche::site
