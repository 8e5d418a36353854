// Classes and the attribute lists that give them.
#include "site/names/classes.h"

#include "doctest/doctest.h"

namespace depeche::site {
namespace {

TEST_CASE("classes and the attribute lists that give them") {
  struct Row {
    BlockClass block_class;
    const char* name;
    const char* list;
  };
  for (const Row& row : {Row{BlockClass::kCitation, "citation", "{: .citation}"},
                         Row{BlockClass::kAuthor, "auteur-citation", "{: .auteur-citation}"},
                         Row{BlockClass::kImportantLink, "lien-important", "{: .lien-important}"},
                         Row{BlockClass::kCentered, "text-center", "{: .text-center}"}}) {
    CAPTURE(row.name);
    CHECK(class_name(row.block_class) == row.name);
    CHECK(attribute_list(row.block_class) == row.list);
  }
}

}  // namespace
}  // namespace depeche::site
