// The rules on the text as a whole.
#include "doctest/doctest.h"
#include "tests/rules/rows.h"

namespace depeche::rules {
namespace {

TEST_CASE("body/empty") {
  check_rows({"body/empty"}, {
                                 {"---\ntitle: a\n---\nTexte\n"},
                                 {"---\ntitle: a\n---\n![](a.png)\n"},
                                 {"---\ntitle: a\n---\n<div></div>\n"},
                                 {"---\ntitle: a\n---\n", {"body/empty: "}},
                                 {"---\ntitle: a\n---\n\n \n\n", {"body/empty: "}},
                                 {"---\ntitle: a\n---\n<!-- à écrire -->\n", {"body/empty: "}},
                                 {"", {"body/empty: "}},
                             });
}

}  // namespace
}  // namespace depeche::rules
