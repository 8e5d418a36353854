// The rules on pictures.
#include "doctest/doctest.h"
#include "tests/rules/rows.h"

namespace depeche::rules {
namespace {

TEST_CASE("image/missing-alternative") {
  check_rows({"image/missing-alternative"},
             {
                 {"![Une gare](gare.jpg)"},
                 {"<img src=\"a.png\" alt=\"\">"},
                 {"Texte <img src=\"a.png\" alt=\"Une gare\"> suite"},
                 {"`![](code.png)`"},
                 {"Voici ![](gare.jpg) la gare", {"image/missing-alternative: ![](gare.jpg)"}},
                 {"![ ](gare.jpg)", {"image/missing-alternative: ![ ](gare.jpg)"}},
                 {"Voici <img src=\"a.png\"> la gare", {"image/missing-alternative: <img src=\"a.png\">"}},
             });
}

TEST_CASE("image/beside-the-page") {
  check_rows(
      {"image/beside-the-page"},
      {
          {"Voici ![Photo](photo.png) ici", {"image/beside-the-page: ![Photo](photo.png)"}},
          {"![Photo](/uploads/photo.png) ![b](https://exemple.fr/b.png) ![c](./c.png) ![d](photos/d.png)"},
          {"![Photo]({{ page.image }}) ![b](data:image/png;base64,x.) `![c](c.png)`"},
      });
}

}  // namespace
}  // namespace depeche::rules
