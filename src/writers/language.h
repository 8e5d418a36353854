// Which language a release is written in, so that a page can say so (WCAG 2.2, 3.1.1) and speak it.
#pragma once

#include <optional>
#include <string>

#include "messages/catalog.h"
#include "release/release.h"

namespace depeche::writers {

// French or English by their most common words; none when neither clearly leads. Looks at the first 16 KB.
std::optional<messages::Language> guess_language(std::string_view text);

// The tag for HTML's `lang`: the front matter's field `lang` when it could be one, else the guess from the
// body's words, else `otherwise`.
std::string language_tag_of(const Release& release, messages::Language otherwise);

}  // namespace depeche::writers
