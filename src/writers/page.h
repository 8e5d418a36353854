// A complete, self-contained HTML document of a release: title, date, categories, tags, body, the names of
// images and attachments.
#pragma once

#include <string>

#include "messages/catalog.h"
#include "release/release.h"

namespace depeche::writers {

// Its HTML is safe whatever the draft holds, and its Content-Security-Policy lets it ask no host for
// anything: images of the body show as their alternative text, those of the front matter by name. Labels are
// in the catalog's language; the document's is that of the front matter's field `lang`, else the catalog's.
std::string page(const Release& release, const messages::Catalog& otherwise);

}  // namespace depeche::writers
