// Where a picture of the release will be on the site, by the name of its file. Siteleaf puts an uploaded file
// into /uploads, under its own name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "messages/catalog.h"
#include "release/release.h"

namespace depeche::app {

// "/uploads/IMG%202034.png" of "IMG 2034.png": signs that mean something to Markdown, Liquid or addresses are
// percent-encoded. Letters beyond ASCII stay, so that people can read them.
std::string picture_path(std::string_view name);

// The pictures that the release shows, as it writes their paths: those of the body, then those of the header.
std::vector<std::string> picture_paths(const Release& release, const messages::Catalog& catalog);

// Whether the release shows a picture whose file has the name, in whatever folder.
bool names_picture(const Release& release, const messages::Catalog& catalog, std::string_view name);

}  // namespace depeche::app
