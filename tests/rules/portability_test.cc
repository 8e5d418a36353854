// The family portability/: what differs for a reader, and what does not.
#include "doctest/doctest.h"
#include "rules/rules.h"
#include "tests/rules/rows.h"

namespace depeche::rules {
namespace {

// Rows of the whole family: what is found is written as in rows.h.
void check_portability_rows(const std::vector<Row>& rows) {
  std::set<std::string> family;
  for (const Rule& rule : registry())
    if (rule.id.starts_with("portability/")) family.emplace(rule.id);
  check_rows(family, rows, {.portability = true});
}

TEST_CASE("what both read alike") {
  check_portability_rows({
      {""},
      {"Un mot, **gras** et *italique*.\n\nUn autre paragraphe.\n"},
      {"# Titre\n\n## Intertitre\nTexte\n\nSouligné\n===\n"},
      {"- un\n- deux\n  - dedans\n- trois\n\n1. un\n2. deux\n"},
      {"- un\n\n- deux\n- trois\n"},  // how far apart items stand does not count
      {"> Une citation\n> sur deux lignes\n\nSuite\n"},
      {"| Lieu | Jour |\n|---|:-:|\n| Lyon | lundi |\n"},
      {"```bash\ndepeche check\n```\n\n    du code\n\n`du code`\n"},
      {"Un \"mot\" -- et l'autre... « ici »\n"},  // typography does not count
      {"[texte](https://site.example \"Titre\") et ![Le plan](plan.png)\n"},
      {"[texte][r], <https://site.example>, <presse@site.example>\n\n[r]: https://site.example\n"},
      {"[é](https://site.example/é)\n"},
      {"Une ligne  \nune autre\\\nune autre<br>et une\n\n---\n\n~~rayé~~\n"},
      {"<div class=\"encadre\">\n<p>Un <b>mot</b></p>\n</div>\n\nTexte\n"},
      {"<img alt=\"a > b\" src=\"a.png\">\n"},
      {"- [x] fait\n- [ ] à faire\n"},
      {"&eacute; &amp; \\* \\_ 3 \\* 4\n"},
      {"un \\\\ deux \\\\\\\\ trois \\\\\\* quatre\n"},
      {"Un caf\xE9 \xE0 **Paris**\n"},  // no UTF-8, which each replaces its way
      {"[^1]: note\n\nTexte\n"},        // what nothing refers to shows nowhere
      {"***gras et italique***\n"},
      {"{{ page.title | upcase }}\n\n[le dossier]({{ '/dossier' | url }})\n\n{% include contact.html %}\n"},
  });
}

TEST_CASE("attribute lists") {
  check_portability_rows({
      {"> Une citation\n> {: .citation}\n", {"portability/attribute-list: {: .citation}"}},
      {"[texte](u){: target=\"_blank\"} suite", {"portability/attribute-list: {: target=\"_blank\"}"}},
      {"Un\n{: .a}\nDeux\n", {"portability/attribute-list: {: .a}"}},
      {"## Contact {#contact}\n\nTexte\n", {"portability/attribute-list: {#contact}"}},
      {"{:bleu: .bleu}\n\nTexte\n{: bleu}\n",
       {"portability/attribute-list: {:bleu: .bleu}", "portability/attribute-list: {: bleu}"}},
      {"- un\n- deux\n{: .liste}\n\nTexte\n", {"portability/attribute-list: {: .liste}"}},
      {"- un\n{: .a}\n- deux\n", {"portability/attribute-list: {: .a}"}},  // the list that it cuts follows
      {"Lyon | lundi\n{: .a}\n",
       {"portability/table: Lyon | lundi", "portability/attribute-list: {: .a}"},
       "Lyon \\| lundi\n{: .a}\n"},
      {"`{: .a}`\n"},
  });
}

TEST_CASE("what kramdown alone knows") {
  check_portability_rows({
      {"Embargo\n: une date\n: une heure\n\nSuite\n",
       {"portability/definition-list: Embargo\n: une date\n: une heure"}},
      {"Un mot[^1] et un autre[^1].\n\n[^1]: La **note**.\n", {"portability/footnote: [^1]: La **note**."}},
      {"Texte\n\n[^1]: La note.\n", {"portability/footnote: [^1]: La note."}},
      {"L’AFP écrit.\n\n*[AFP]: Agence France-Presse\n",
       {"portability/abbreviation: *[AFP]: Agence France-Presse"}},
      {"- sommaire\n{:toc}\n\n## Un\n\nTexte\n", {"portability/table-of-contents: - sommaire\n{:toc}"}},
      {"Soit $$x^2$$ ici\n", {"portability/formula: $$x^2$$"}},
      {"$$\nx^2\n$$\n", {"portability/formula: $$\nx^2\n$$"}},
      {"Un {::comment}secret{:/comment} mot\n",
       {"portability/extension: {::comment}secret{:/comment}"},
       "Un <!--secret--> mot\n"},
      {"{::comment}\nÀ revoir\n{:/comment}\n\nTexte\n",
       {"portability/extension: {::comment}\nÀ revoir\n{:/comment}"},
       "<!--À revoir-->\n\nTexte\n"},
      {"Un\n\n^\n\nDeux\n", {"portability/extension: ^"}},
  });
}

TEST_CASE("blocks that one sees") {
  check_portability_rows({
      {"Lyon | lundi\n", {"portability/table: Lyon | lundi"}, "Lyon \\| lundi\n"},
      {"| a | b |\n| c | d |\n", {"portability/table: | a | b |\n| c | d |"}},
      {"|| A | B |\n|---|---|---|\n| 1 | 2 | 3 |\n", {"portability/table-differs: || A | B |"}},
      {"<hr>\n## Chiffres\n\nTexte\n", {"portability/html: ## Chiffres"}, "<hr>\n\n## Chiffres\n\nTexte\n"},
      {"Texte\n2. deux\n3. trois\n", {"portability/list: 2. deux\n3. trois"}},
      {"Un\n\n1) un\n2) deux\n", {"portability/list-elsewhere: 1) un\n2) deux"}, "Un\n\n1. un\n2. deux\n"},
      {"1. un\n\n![](a.png)\n\n4. deux\n", {"portability/list-number: 4."}},
      {">\n![](a.png)\n", {"portability/quote-differs: >\n![](a.png)"}},
      {"<div>\n\nUn **mot** gras\n\n</div>\n", {"portability/html-elsewhere: **mot**"}},
      {"<p>Un</a> mot</p>\n", {"portability/html-differs: </a>"}},
  });
}

TEST_CASE("spans that one sees") {
  check_portability_rows({
      {"**gras :**suite\n", {"portability/emphasis: **gras :**"}, "<strong>gras :</strong>suite\n"},
      {"L**« État »** ici\n", {"portability/emphasis: **« État »**"}, "L<strong>« État »</strong> ici\n"},
      {"~rayé~\n", {"portability/emphasis-elsewhere: ~rayé~"}},
      {"Voir https://site.example ici\n",
       {"portability/link-elsewhere: https://site.example"},
       "Voir <https://site.example> ici\n"},
      {"Écrire à presse@site.example\n",
       {"portability/link-elsewhere: presse@site.example"},
       "Écrire à <presse@site.example>\n"},
      {"Voir www.site.example\n",
       {"portability/link-elsewhere: www.site.example"},
       "Voir [www.site.example](https://www.site.example)\n"},
      {"Le [dossier] (https://site.example/d)\n",
       {"portability/link-elsewhere: https://site.example/d"},
       "Le [dossier](https://site.example/d)\n"},
      {"<mailto:presse@site.example>\n",
       {"portability/link-differs: <mailto:presse@site.example>"},
       "<presse@site.example>\n"},
      {"[texte](un dossier.pdf)\n", {"portability/link: [texte](un dossier.pdf)"}},
      {"![plan](un plan.png)\n", {"portability/image: ![plan](un plan.png)"}},
      {"Un\\\\\ndeux\n", {"portability/line-break: \\\\"}, "Un  \ndeux\n"},
      {"et\\/ou\n", {"portability/sign: \\"}},
  });
}

TEST_CASE("Liquid is a word: its pipes make no table, its spaces no broken link") {
  check_portability_rows({
      {"Voir {{ \"/a\" | url }} ici\n"},
      {"{{ a | b }} et c | d\n", {"portability/table: {{ a | b }} et c | d"}, "{{ a | b }} et c \\| d\n"},
      {"Voir [a]({{ site.url }}/b){: .c}\n", {"portability/attribute-list: {: .c}"}},
  });
}

TEST_CASE("what stands in one paragraph does not hide another") {
  check_portability_rows({
      {"**a :**b\n\n> c\n> {: .d}\n\nhttps://site.example\n",
       {"portability/emphasis: **a :**", "portability/attribute-list: {: .d}",
        "portability/link-elsewhere: https://site.example"},
       "<strong>a :</strong>b\n\n> c\n> {: .d}\n\nhttps://site.example\n"},
      {"---\ntitle: a {: .b}\n---\nTexte\n{: .c}\n", {"portability/attribute-list: {: .c}"}},
  });
}

TEST_CASE("the family is asked for, and of the site's dialect") {
  const Text text(std::string("Texte\n{: .a}\n"));
  const Settings asked{.portability = true};
  CHECK(rules::check(read_release(text)).size() + 1 == rules::check(read_release(text), asked).size());
  const Release elsewhere = read_release(text, markdown::Dialect::kGfm);
  CHECK(rules::check(elsewhere) == rules::check(elsewhere, asked));
}

}  // namespace
}  // namespace depeche::rules
