// The rules on bold and italic.
#include "doctest/doctest.h"
#include "tests/rules/rows.h"

namespace depeche::rules {
namespace {

TEST_CASE("emphasis/escaped-stars") {
  check_rows(
      {"emphasis/escaped-stars"},
      {
          {"un **mot** gras"},
          {"deux étoiles \\*\\* seules"},
          {"`\\*\\*code\\*\\*`"},
          {"\\* \\* \\*"},
          {"\\*\\*\\*trois\\*\\*\\*"},
          {"un \\*\\* et\n\nun autre \\*\\* paragraphe"},
          {"en \\*\\*contrat à durée \\*\\*et",
           {"emphasis/escaped-stars: \\*\\*contrat à durée \\*\\*"},
           "en **contrat à durée** et"},
          {"- puce \\*\\*grasse\\*\\*", {"emphasis/escaped-stars: \\*\\*grasse\\*\\*"}, "- puce **grasse**"},
          {"\\*\\*a\\*\\* et \\*\\*\u00A0b\\*\\*",
           {"emphasis/escaped-stars: \\*\\*a\\*\\*", "emphasis/escaped-stars: \\*\\*\u00A0b\\*\\*"},
           "**a** et \\*\\*\u00A0b\\*\\*"},
      });
}

}  // namespace
}  // namespace depeche::rules
