// A complete HTML document of a release: title, date, categories, tags, pictures, body, attachments and
// contacts.
#pragma once

#include <string>

#include "messages/catalog.h"
#include "release/release.h"

namespace depeche::writers {

// Its HTML is safe whatever the draft holds, and its Content-Security-Policy keeps it from loading anything from
// any host: it shows only what it holds itself as `data:` URLs. Pictures keep the paths that the release gives
// them, each in the `src` of an <img>, and fonts are named by family; web/documents/page_file.js puts their
// bytes in. A picture without bytes shows its alternative text, a font without bytes falls back to one of the
// system. The page's own words are in the release's language where there is a catalog for it (site/language.h),
// else those of `otherwise`.
std::string page(const Release& release, const messages::Catalog& otherwise);

// What stands around the body on the page. HTML, safe like the page; the title and the language tag escaped for
// content and attributes.
struct PageFrame {
  std::string language;
  std::string title;
  std::string head;  // categories, title, date, tags, lead, pictures
  std::string foot;  // attachments, contacts
};
PageFrame page_frame(const Release& release, const messages::Catalog& otherwise);

}  // namespace depeche::writers
