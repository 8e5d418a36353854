// The rules on links.
#include "doctest/doctest.h"
#include "tests/rules/rows.h"

namespace depeche::rules {
namespace {

TEST_CASE("link/missing-target") {
  check_rows({"link/missing-target"},
             {
                 {"[texte](https://site.example)"},
                 {"[texte](#contact)"},
                 {"[texte](/)"},
                 {"<a id=\"ici\"></a>"},
                 {"Voir [le dossier]() ici", {"link/missing-target: [le dossier]()"}, "Voir le dossier ici"},
                 {"[le **dossier**](#)", {"link/missing-target: [le **dossier**](#)"}, "le **dossier**"},
                 {"[site](https://)", {"link/missing-target: [site](https://)"}, "site"},
             });
}

TEST_CASE("link/missing-scheme") {
  check_rows(
      {"link/missing-scheme"},
      {
          {"[le site](www.gouv.fr)", {"link/missing-scheme: www.gouv.fr"}, "[le site](https://www.gouv.fr)"},
          {"[le site](<WWW.Gouv.fr/a b> \"titre\")",
           {"link/missing-scheme: WWW.Gouv.fr/a b"},
           "[le site](<https://WWW.Gouv.fr/a b> \"titre\")"},
          {"[écrire](presse@culture.gouv.fr)",
           {"link/missing-scheme: presse@culture.gouv.fr"},
           "[écrire](mailto:presse@culture.gouv.fr)"},
          {"[écrire](presse@x.fr?subject=a)",
           {"link/missing-scheme: presse@x.fr?subject=a"},
           "[écrire](mailto:presse@x.fr?subject=a)"},
          {"[a](service-public.fr/particuliers)",
           {"link/missing-scheme: service-public.fr/particuliers"},
           "[a](https://service-public.fr/particuliers)"},
          {"[a] et [b][a]\n\n[a]: www.a.fr\n",
           {"link/missing-scheme: www.a.fr"},
           "[a] et [b][a]\n\n[a]: https://www.a.fr\n"},
          {"Voir <a href='www.a.fr'>ici</a>",
           {"link/missing-scheme: www.a.fr"},
           "Voir <a href='https://www.a.fr'>ici</a>"},
          {"[a](https://www.gouv.fr) [b](mailto:a@b.fr) [c](/www.gouv.fr) [d](#www.d.fr) [e](//www.e.fr)"},
          {"[a](plan.pdf) [b](page.html) [c](annexe) [d](../fr/a.fr.html) [e](a.info) [f](fr) "
           "[g](dossier/a.fr)"},
          {"`[a](www.gouv.fr)` <presse@x.fr>"},
      });
}

TEST_CASE("link/wrapped") {
  const std::string google = "https://www.google.com/url?q=https://exemple.fr/a%3Fb&sa=D";
  const std::string safe =
      "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexemple.fr%2Fa--b"
      "&data=05%7Cclaire.martin%40ministere.example&reserved=0";
  const auto found = [](const std::string& address) { return std::vector{"link/wrapped: " + address}; };
  check_rows(
      {"link/wrapped"},
      {
          {"[a](https://exemple.fr) https://www.google.com/search?q=https://exemple.fr"},
          {"`" + google + "`\n\n    " + google + "\n\n<!-- " + google + " -->"},
          {"[a](https://www.google.com/url?q=javascript:alert)"},
          {"[a](" + google + ")", found(google), "[a](https://exemple.fr/a?b)"},
          {"![a](" + google + " \"titre\")", found(google), "![a](https://exemple.fr/a?b \"titre\")"},
          {"<" + google + ">", found(google), "<https://exemple.fr/a?b>"},
          {"[a]\n\n[a]: " + google + "\n", found(google), "[a]\n\n[a]: https://exemple.fr/a?b\n"},
          {"Voir " + safe + ".", found(safe), "Voir https://exemple.fr/a--b."},
          {"**" + google + "** et", found(google), "**https://exemple.fr/a?b** et"},
          {"| (" + safe + ")| b |\n", found(safe), "| (https://exemple.fr/a--b)| b |\n"},
          {"<div data-a=\"" + google + "\" markdown=\"1\">\n\nTexte\n\n</div>\n", found(google),
           "<div data-a=\"https://exemple.fr/a?b\" markdown=\"1\">\n\nTexte\n\n</div>\n"},
          {"Voir <a href='" + google + "'>ici</a>", found(google),
           "Voir <a href='https://exemple.fr/a?b'>ici</a>"},
          {"---\ntitle: a\nlien: '" + safe + "'\n---\nb\n", found(safe),
           "---\ntitle: a\nlien: 'https://exemple.fr/a--b'\n---\nb\n"},
          {"---\ntitle: a\nimage: https://www.google.com/url?q=https%3A%2F%2Fx.example%2Fa%3A\n---\nb\n",
           {"link/wrapped: https://www.google.com/url?q=https%3A%2F%2Fx.example%2Fa%3A"},
           "---\ntitle: a\nimage: https://x.example/a%3A\n---\nb\n"},
          {"---\ntitle: a\nliens: [https://www.google.com/url?q=https%3A%2F%2Fx.example%2Fa%2Cb, "
           "c]\n---\nb\n",
           {"link/wrapped: https://www.google.com/url?q=https%3A%2F%2Fx.example%2Fa%2Cb"},
           "---\ntitle: a\nliens: [https://x.example/a%2Cb, c]\n---\nb\n"},
          {"[a](https://www.google.com/url?q=https://exemple.fr/b\\_c&sa=D)"},
          {"[a](https://www.google.com/url?q=https://exemple.fr/b_(c)&sa=D)",
           {"link/wrapped: https://www.google.com/url?q=https://exemple.fr/b_(c)&sa=D"},
           "[a](https://exemple.fr/b_%28c%29)"},
          {"[" + google + "](" + google + ")",
           {"link/wrapped: " + google, "link/wrapped: " + google},
           "[https://exemple.fr/a?b](" + google + ")"},
      });
}

}  // namespace
}  // namespace depeche::rules
