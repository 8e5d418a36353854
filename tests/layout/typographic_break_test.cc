// What French and addresses ask of line ends. In the tables, ÷ marks every place where a line may end.
#include "layout/typographic_break.h"

#include "doctest/doctest.h"
#include "tests/layout/marked_breaks.h"

namespace depeche::layout {
namespace {

TEST_CASE("French spaces do not break") {
  for (const std::string_view expected : {
           "« Bonjour » ÷dit-÷il",
           "dit ÷« oui ÷ou ÷non » ÷puis",
           "mot« oui »mot",
           "«\u00A0Bonjour\u00A0», ÷dit",
           "trois ÷points : ÷un ; ÷deux ? ÷oui ! ÷non",
           "12,50 % ÷de ÷4\u202F000 € ÷nets",
           "un ÷% ÷et ÷€",
           "l’État ÷d'accueil",
           "4\u00A0000\u202F€ ÷nets",
           "anti\u00AD~constitution",
       }) {
    CAPTURE(expected);
    CHECK(marked(without_marks(std::string(expected)), typographic_breaks) == expected);
  }
}

TEST_CASE("addresses break after what separates their parts") {
  for (const std::string_view expected : {
           "https://exemple.fr/÷a/÷b?÷c=÷d&÷e#÷f",
           "voir ÷https://exemple.fr/÷2019_÷04.",
           "/uploads/÷affiche_÷vf.pdf",
           "(https://exemple.fr/)",
           "et/÷ou ÷24/7 ÷a=b_c",
       }) {
    CAPTURE(expected);
    CHECK(marked(without_marks(std::string(expected)), typographic_breaks) == expected);
  }
}

}  // namespace
}  // namespace depeche::layout
