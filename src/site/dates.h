// Dates of the front matter, in the forms that machines and people read.
#pragma once

#include <optional>
#include <string>

#include "frontmatter/value.h"
#include "messages/catalog.h"

namespace depeche::site {

// ISO 8601 as Ruby's iso8601 writes it: 2018-09-09, 2018-09-09T11:18:00+02:00, …Z. A moment without a zone is
// UTC, as Ruby takes it.
std::string iso_date(const frontmatter::Date& date);
std::string iso_moment(const frontmatter::DateTime& moment);

// "9 septembre 2018"; for a moment "9 septembre 2018 à 11 h 18", by its own clock, but without the time at
// midnight.
std::string date_in_words(const frontmatter::Date& date, const messages::Catalog& catalog);
std::string moment_in_words(const frontmatter::DateTime& moment, const messages::Catalog& catalog);

// A date or a moment, ready to show. It may be quoted ("2018-09-09", "2018-09-09 11:18:00 +0200"), or text without
// seconds and zone ("2018-09-09 11:18"), whose `iso` has no zone either. None for any other value.
struct ShownDate {
  std::string iso;
  std::string words;
};
std::optional<ShownDate> shown_date(const frontmatter::Value& value, const messages::Catalog& catalog);

}  // namespace depeche::site
