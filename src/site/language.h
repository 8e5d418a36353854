// Which language a release is written in, so that its page can declare it (WCAG 2.2, 3.1.1) and use it.
#pragma once

#include <optional>
#include <string>

#include "messages/catalog.h"
#include "release/release.h"

namespace depeche::site {

// How much of a text, in bytes from its start, is read to guess its language.
inline constexpr Offset kLanguageSample = Offset{16} << 10;

// French or English, by their most common words; none if neither clearly leads. Reads only the sample.
std::optional<messages::Language> guess_language(std::string_view text);

// The tag for HTML's `lang`: the field of the header if it could be one, else a guess from the words of the body.
// If there is neither: none, or the tag of `otherwise`.
std::optional<std::string> language_tag_of(const Release& release);
std::string language_tag_of(const Release& release, messages::Language otherwise);

// The catalog for the words that a page adds to the release ("Publié le", "Pièces jointes"): in the release's
// language if there is a catalog for it, else `otherwise`.
const messages::Catalog& catalog_of(const Release& release, const messages::Catalog& otherwise);

}  // namespace depeche::site
