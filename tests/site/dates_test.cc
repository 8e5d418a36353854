#include "site/dates.h"

#include "doctest/doctest.h"

namespace depeche::site {
namespace {

using frontmatter::Date;
using frontmatter::DateTime;
using frontmatter::Value;
using frontmatter::Zone;
using messages::Catalog;
using messages::Language;

const Catalog& french() {
  return Catalog::of(Language::kFrench);
}

TEST_CASE("dates as machines write them") {
  CHECK(iso_date({2018, 9, 9}) == "2018-09-09");
  CHECK(iso_date({987, 1, 31}) == "0987-01-31");
  CHECK(iso_moment({{2018, 9, 9}, 11, 18, 0, 0, 7200, Zone::kOffset}) == "2018-09-09T11:18:00+02:00");
  CHECK(iso_moment({{2018, 9, 9}, 1, 2, 3, 0, -12600, Zone::kOffset}) == "2018-09-09T01:02:03-03:30");
  CHECK(iso_moment({{2018, 9, 9}, 1, 2, 3, 500, 0, Zone::kUtc}) == "2018-09-09T01:02:03Z");
  CHECK(iso_moment({{2018, 9, 9}, 1, 2, 3, 0, 0, Zone::kOffset}) == "2018-09-09T01:02:03+00:00");
}

TEST_CASE("dates as people write them") {
  CHECK(date_in_words({2018, 9, 9}, french()) == "9\u00A0septembre 2018");
  CHECK(date_in_words({2026, 10, 1}, french()) == "1er\u00A0octobre 2026");
  CHECK(date_in_words({2026, 10, 1}, Catalog::of(Language::kEnglish)) == "1 October 2026");
  CHECK(moment_in_words({{2018, 9, 9}, 11, 8, 0, 0, 7200, Zone::kOffset}, french()) ==
        "9\u00A0septembre 2018 à 11\u00A0h\u00A008");
  CHECK(moment_in_words({{2018, 9, 9}, 0, 0, 0, 0, 0, Zone::kUtc}, french()) == "9\u00A0septembre 2018");
}

TEST_CASE("a quoted date is a date; what is none has no words") {
  const auto iso = [](const std::string& text) {
    const auto shown = shown_date(Value{text, {}, {}}, french());
    return shown ? shown->iso : "none";
  };
  CHECK(iso("2018-09-09") == "2018-09-09");
  CHECK(iso("2017-12-07 09:00:00 -0400") == "2017-12-07T09:00:00-04:00");
  CHECK(iso("2026-10-15 10:30") == "2026-10-15T10:30:00");  // the site's own clock
  CHECK(shown_date(Value{std::string("2026-10-15 10:30"), {}, {}}, french())->words ==
        "15\u00A0octobre 2026 à 10\u00A0h\u00A030");
  CHECK(iso("2026-10-15 25:30") == "none");
  CHECK(iso("2026-10-15 10:3") == "none");
  CHECK(iso("10:30") == "none");
  CHECK(iso("demain") == "none");
  CHECK(iso("") == "none");
}

}  // namespace
}  // namespace depeche::site
