// The rules on the file and on the text.
#include "doctest/doctest.h"
#include "tests/rules/rows.h"

namespace depeche::rules {
namespace {

TEST_CASE("text/not-utf8") {
  check_rows({"text/not-utf8"},
             {
                 {"caf\u00E9 \u20AC \U0001F44D"},
                 {"caf\xE9 \x80", {"text/not-utf8: \xE9"}, "caf\u00E9 \u20AC"},
                 {"\u00E9t\xE9\xE9", {"text/not-utf8: \xE9"}, "\u00E9t\u00E9\u00E9"},  // both in one file
                 {"a\x81", {"text/not-utf8: \x81"}},                        // no character of Windows-1252
                 {std::string("\xFF\xFEx\0", 4), {"text/not-utf8: \xFF"}},  // UTF-16
             });
}

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

TEST_CASE("image/beside-the-page") {
  check_rows(
      {"image/beside-the-page"},
      {
          {"Voici ![Photo](photo.png) ici", {"image/beside-the-page: ![Photo](photo.png)"}},
          {"![Photo](/uploads/photo.png) ![b](https://exemple.fr/b.png) ![c](./c.png) ![d](photos/d.png)"},
          {"![Photo]({{ page.image }}) ![b](data:image/png;base64,x.) `![c](c.png)`"},
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

TEST_CASE("attribute-list/unknown-reference") {
  check_rows({"attribute-list/unknown-reference"}, {
                                                       {"> texte\n> {: .citation}"},
                                                       {"texte\n{: #ancre .a .b lang=\"fr\"}"},
                                                       {"{:grand: .tres-grand}\n\ntexte\n{: grand}"},
                                                       {"texte\n{: grand}\n\n{:grand: .tres-grand}"},
                                                       {"* liste\n{:toc}"},
                                                       {"> texte\n> {: citation}",
                                                        {"attribute-list/unknown-reference: citation"},
                                                        "> texte\n> {: .citation}"},
                                                       {"[a](b){: target=\"_blank\" externe}",
                                                        {"attribute-list/unknown-reference: externe"},
                                                        "[a](b){: target=\"_blank\" .externe}"},
                                                   });
}

TEST_CASE("attribute-list/malformed") {
  check_rows({"attribute-list/malformed"}, {
                                               {"[a](b){: target=\"_blank\" rel='x y'}"},
                                               {"[a](b){: title=\"dit \\\"oui\\\"\"}"},
                                               {"[a](b){: target=_blank}",
                                                {"attribute-list/malformed: target=_blank"},
                                                "[a](b){: target=\"_blank\"}"},
                                               {"texte\n{: . }", {"attribute-list/malformed: ."}},
                                           });
}

}  // namespace
}  // namespace depeche::rules
