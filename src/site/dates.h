// Dates of the front matter as machines and as people write them.
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

// "9 septembre 2018", or with the time "9 septembre 2018 à 11 h 18" when one is given; the moment's own
// clock.
std::string date_in_words(const frontmatter::Date& date, const messages::Catalog& catalog);
std::string moment_in_words(const frontmatter::DateTime& moment, const messages::Catalog& catalog);

// A date or a moment that a quoted or unquoted value holds ("2018-09-09", "2018-09-09 11:18:00 +0200"), ready
// to show; none when it is neither.
struct ShownDate {
  std::string iso;
  std::string words;
};
std::optional<ShownDate> shown_date(const frontmatter::Value& value, const messages::Catalog& catalog);

}  // namespace depeche::site
