// The table of fields: what depends on a name being first, or alone.
#include "site/names/fields.h"

#include <algorithm>
#include <set>
#include <string>

#include "doctest/doctest.h"

namespace depeche::site {
namespace {

TEST_CASE("each field is read under the name that it is written under") {
  for (const FieldRow& row : fields()) {
    CAPTURE(static_cast<int>(row.field));
    REQUIRE(!row.names.empty());
    CHECK(name_of(row.field) == row.names.front());
    CHECK(&row_of(row.field) == &row);
    CHECK(std::ranges::find(row.names, row.mistaken_name) == row.names.end());
  }
}

TEST_CASE("a name means one field of the header, and one of an item") {
  std::set<std::string> seen;
  for (const FieldRow& row : fields()) {
    const std::string place = row.item_of ? std::string(name_of(*row.item_of)) + "." : "";
    for (const std::string_view name : row.names) {
      CAPTURE(name);
      CHECK(seen.insert(place + std::string(name)).second);
    }
    if (row.item_of) CHECK(row_of(*row.item_of).kind == FieldKind::kItems);
  }
}

TEST_CASE("names that no text begins a line with") {
  struct Row {
    const char* name;
    bool tells;
  };
  for (const Row& row :
       {Row{"title", true}, Row{"category", true}, Row{"lang", true}, Row{"chapeau", false},
        Row{"image", false}, Row{"contact", false}, Row{"titre", false}, Row{"nom", false}, Row{"", false}}) {
    CAPTURE(row.name);
    CHECK(tells_header(row.name) == row.tells);
  }
}

}  // namespace
}  // namespace depeche::site
