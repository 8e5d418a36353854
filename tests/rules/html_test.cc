// The rules on HTML.
#include "doctest/doctest.h"
#include "tests/rules/rows.h"

namespace depeche::rules {
namespace {

TEST_CASE("html/unknown-tag") {
  check_rows(
      {"html/unknown-tag"},
      {
          {"<b>a</b> <br> <my-tag> <a@b.fr> <https://x.fr> <svg><path d=\"a\"></path></svg>"},
          {"`<x.fr>`"},
          {"Voir <www.velo.gouv.fr> ou",
           {"html/unknown-tag: <www.velo.gouv.fr>"},
           "Voir <https://www.velo.gouv.fr> ou"},
          {"Contact : <Jean Dupont>, presse",
           {"html/unknown-tag: <Jean Dupont>"},
           "Contact : \\<Jean Dupont>, presse"},
          {"<nom du ministre>\n\nb", {"html/unknown-tag: <nom du ministre>"}, "\\<nom du ministre>\n\nb"},
      });
}

}  // namespace
}  // namespace depeche::rules
