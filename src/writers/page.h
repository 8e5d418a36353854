// A complete HTML document of a release: title, date, categories, tags, pictures, body, attachments and
// contacts.
#pragma once

#include <string>

#include "messages/catalog.h"
#include "release/release.h"

namespace depeche::writers {

// Its HTML is safe whatever the draft holds, and its Content-Security-Policy lets it ask no host for
// anything: only what lies in it as `data:` is shown. Pictures are named as the release names them, each in
// the `src` of an <img>, and the faces by their names: who has their bytes puts them in (web/documents/page_file.js).
// Those that lack show as their alternative text, and the nearest face of the system. The page's own words
// are in the release's language where they are known (site/language.h), else in `otherwise`.
std::string page(const Release& release, const messages::Catalog& otherwise);

}  // namespace depeche::writers
