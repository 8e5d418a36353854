// The rules on lists.
#include "doctest/doctest.h"
#include "tests/rules/rows.h"

namespace depeche::rules {
namespace {

TEST_CASE("list/bullet-signs") {
  check_rows({"list/bullet-signs"},
             {
                 {"• un\n• deux\n", {"list/bullet-signs: • un\n• deux"}, "- un\n- deux\n"},
                 {"Trois mesures :\r\n•\tun\r\n•\u00A0deux\r\n\r\nFin\r\n",
                  {"list/bullet-signs: •\tun\r\n•\u00A0deux"},
                  "Trois mesures :\r\n\r\n- un\r\n- deux\r\n\r\nFin\r\n"},
                 {"• un\nqui va loin\n◦ deux\n  et plus\n• trois",
                  {"list/bullet-signs: • un\nqui va loin\n◦ deux\n  et plus\n• trois"},
                  "- un\n  qui va loin\n  - deux\n    et plus\n- trois"},
                 {" – un\n – deux", {"list/bullet-signs: – un\n – deux"}, "- un\n- deux"},
                 {"Il a dit\n– et c’est\nvrai – que\n– non –\n"},
                 {"• seule\nligne\n"},
                 {"•\n•\n"},
                 {"•un\n•deux\n"},
                 {"- un\n- deux\n"},
                 {"```\n• un\n• deux\n```\n"},
             });
}

}  // namespace
}  // namespace depeche::rules
