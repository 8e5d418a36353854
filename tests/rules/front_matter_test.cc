// The rules on the header's fields.
#include "doctest/doctest.h"
#include "tests/rules/rows.h"

namespace depeche::rules {
namespace {

TEST_CASE("front-matter/missing-title") {
  check_rows({"front-matter/missing-title"},
             {
                 {"---\ntitle: Un titre\n---\n"},
                 {"---\ntitle: 2026\n---\n"},
                 {"---\ntitle:\n---\n", {"front-matter/missing-title: title"}},
                 {"---\ntitle: \"  \"\n---\n", {"front-matter/missing-title: title"}},
                 {"---\ndate: 2026-01-01\n---\n", {"front-matter/missing-title: ---"}},
                 {"", {"front-matter/missing-title: "}},
                 {"---\ntitle: #MonPlan #2\n---\n",
                  {"front-matter/missing-title: title"},
                  "---\ntitle: \"#MonPlan #2\"\n---\n"},
                 {"---\ntitle: # à écrire\n---\n", {"front-matter/missing-title: title"}},
                 {"---\ntitle: \"ouvert\n---\n"},  // broken: nothing is known of its fields
             });
}

TEST_CASE("front-matter/missing-date") {
  check_rows({"front-matter/missing-date"}, {
                                                {"---\ndate: 2026-01-01\n---\n"},
                                                {"---\ndate: demain\n---\n"},  // there, if unreadable
                                                {"---\ndate:\n---\n"},         // likewise
                                                {"---\ntitle: a\n---\n", {"front-matter/missing-date: ---"}},
                                                {"Texte", {"front-matter/missing-date: "}},
                                            });
}

TEST_CASE("a field that nearly has the name") {
  check_rows({"front-matter/missing-title", "front-matter/missing-date"},
             {
                 {"---\nTitre: Un titre\ndate: 2026-01-01\n---\n",
                  {"front-matter/near-name: Titre"},
                  "---\ntitle: Un titre\ndate: 2026-01-01\n---\n"},
                 {"---\ntitle\u00A0: Un titre\ndate: 2026-01-01\n---\n",
                  {"front-matter/space-before-colon: title\u00A0"},
                  "---\ntitle: Un titre\ndate: 2026-01-01\n---\n"},
                 {"---\ntitle: Un titre\nDate: 2026-01-01\n---\n",
                  {"front-matter/near-name: Date"},
                  "---\ntitle: Un titre\ndate: 2026-01-01\n---\n"},
                 {"---\ntitle: Un titre\ntitre: Un autre\ndate: 2026-01-01\n---\n"},
                 {"---\nTitle:\ndate: 2026-01-01\n---\n", {"front-matter/missing-title: ---"}},
             });
}

TEST_CASE("an empty date") {
  check_rows({"front-matter/unreadable-date"},
             {
                 {"---\ndate:\ntitle: a\n---\n", {"front-matter/empty-date: date"}, "---\ntitle: a\n---\n"},
                 {"---\r\ndate: ~ # à voir\r\n---\r\n", {"front-matter/empty-date: date"}, "---\r\n---\r\n"},
                 {"---\ndate: ''\n---\n", {"front-matter/empty-date: date"}, "---\n---\n"},
                 {"---\n{date: }\n---\n", {"front-matter/empty-date: date"}},
                 {"---\ntitle: a\n---\n"},
             });
}

TEST_CASE("a header that is none gives one finding") {
  for (const char* document :
       {"\n---\nlayout: a\n---\n\nTexte\n", "---\nlayout: a\n\nTexte\n", "a---\ndate: demain\n---\n\nTexte\n",
        "---\nlayout: a\n--- b\nc\n\n---\n\nd\n"}) {
    CAPTURE(document);
    const std::vector<Diagnostic> found = check(document);
    REQUIRE(found.size() == 1);
    CHECK(found[0].rule == "front-matter/lost-header");
  }
}

TEST_CASE("front-matter/unreadable-date") {
  const auto document = [](const std::string& date) { return "---\ndate: " + date + "\n---\n"; };
  for (const char* date : {"2026-09-14", "2026-09-14 10:30:00 +02:00", "2026-09-14 10:30:00",
                           "2026-09-14T10:30:00Z", "'2026-09-14'", "'2017-12-07 09:00:00 -0400'",
                           "'2014-05-09T13:49:34-04:00'", "2017-06-08T10:00:00.000+00:00", "2026-09-14 10:30",
                           "\"2026-9-4\"", "2024-02-29", "2026-09-14 10:30:00 +02"})
    check_rows({"front-matter/unreadable-date"}, {{document(date)}});

  const std::pair<std::string, std::string> rows[] = {
      {"9 septembre 2018", "2018-09-09"},
      {"1er mars 2019", "2019-03-01"},
      {"14 Juillet 2026", "2026-07-14"},
      {"3 août 2020", "2020-08-03"},
      {"25/12/2025", "2025-12-25"},
      {"5.1.2026", "2026-01-05"},
      {"20260914", "2026-09-14"},
      {"15-10-2026", "2026-10-15"},
      {"jeudi 15 octobre 2026", "2026-10-15"},
      {"le Mardi 1er décembre 2026", "2026-12-01"},
      {"2026-10-15 10h30", "2026-10-15 10:30"},
      {"2026-10-15 à 9 h", "2026-10-15 09:00"},
      {"15/10/2026 10:30", "2026-10-15 10:30"},
      {"15 octobre 2026, 18 h 05", "2026-10-15 18:05"},
      {"2026-10-15 25h30", ""},
      {"2026-10-15 matin", ""},
      {"jeudi", ""},
      {"20261314", ""},
      {"31 février 2026", ""},
      {"demain", ""},
      {"2026-02-30", ""},
      {"2026-02-30 10:00:00 +02:00", ""},
      {"2026-13-01", ""},
      {"2026-09-14 25:00", ""},
      {"2026", ""},
      {"[2026-09-14]", ""},
      {"9 septembre", ""},
  };
  for (const auto& [date, fixed] : rows)
    check_rows(
        {"front-matter/unreadable-date"},
        {{document(date), {"front-matter/unreadable-date: " + date}, fixed.empty() ? "" : document(fixed)}});
}

TEST_CASE("front-matter/duplicate-key") {
  check_rows({"front-matter/duplicate-key"},
             {
                 {"---\ntitle: a\ndate: b\n---\n"},
                 {"---\nfiles:\n- file: a\n- file: b\n---\n"},
                 {"---\ntitle: a\ntags: x\ntitle: b\n---\n",
                  {"front-matter/duplicate-key: title"},
                  "---\ntags: x\ntitle: b\n---\n"},
                 {"---\r\ntitle: a\r\ntitle: b\r\n---\r\n",
                  {"front-matter/duplicate-key: title"},
                  "---\r\ntitle: b\r\n---\r\n"},
                 {"---\ntags:\n- x\ntags:\n- y\n---\n", {"front-matter/duplicate-key: tags"}},
                 {"---\ntitle: a\n  suite\ntitle: b\n---\n", {"front-matter/duplicate-key: title"}},
                 {"---\n{a: 1, a: 2}\n---\n", {"front-matter/duplicate-key: a"}},
             });
}

TEST_CASE("front-matter/cut-by-comment") {
  const auto found = [](const std::string& cut) {
    return std::vector{"front-matter/cut-by-comment: " + cut};
  };
  check_rows(
      {"front-matter/cut-by-comment"},
      {
          {"---\ntitle: Le ministère lance #MonPlanSanté pour tous\n---\n", found("#MonPlanSanté pour tous"),
           "---\ntitle: \"Le ministère lance #MonPlanSanté pour tous\"\n---\n"},
          {"---\r\ntitle: Le \"plan\"   #1 \t\r\nlang: fr\r\n---\r\n", found("#1"),
           "---\r\ntitle: \"Le \\\"plan\\\"   #1\" \t\r\nlang: fr\r\n---\r\n"},
          {"---\ntags:\n- santé #plan\n---\n", found("#plan"), "---\ntags:\n- \"santé #plan\"\n---\n"},
          {"---\ntags:\n- #plan\n- sport\n---\n", found("#plan"), "---\ntags:\n- \"#plan\"\n- sport\n---\n"},
          {"---\ntags: #plan #vélo\n---\n", found("#plan #vélo"), "---\ntags: \"#plan #vélo\"\n---\n"},
          {"---\nfiles:\n- file: /a.pdf\n  nom: Annexe #2\n---\n", found("#2"),
           "---\nfiles:\n- file: /a.pdf\n  nom: \"Annexe #2\"\n---\n"},
          {"---\ntitle: Un titre\n  qui va #loin\n---\n", found("#loin"),
           "---\ntitle: \"Un titre qui va #loin\"\n---\n"},
          {"---\ntitle: 2026 #Budget\n---\n", found("#Budget"), "---\ntitle: \"2026 #Budget\"\n---\n"},
          {"---\ntags: [a #b\n, c]\n---\n", found("#b"), "---\ntags: [\"a #b\"\n, c]\n---\n"},
          {"---\ntitle: Le taux # 1\n---\n", found("# 1"), "---\ntitle: \"Le taux # 1\"\n---\n"},
          {"---\ntitle: \"Le #plan\" #remarque\n---\n"},
          {"---\ntitle: C#5 et F#\nlien: /a#b\n---\n"},
          {"---\nlayout: post # celui du site\ntag: a ## b\n---\n"},
          {"---\nlayout: # à choisir\nlang: #fr\n---\n"},
          {"---\ndate: 2026-01-01 #à vérifier\npublished: true #oui\n---\n"},
          {"---\n#layout: a\ntitle: a\n#date: b\n---\n"},
          {"---\ntitle: |\n  a #b\n---\n"},
      });
  const std::vector<Diagnostic> hint = check("---\ntitle: Le taux # 1\ndate: 2026-01-01\n---\nb\n");
  REQUIRE(hint.size() == 1);
  CHECK(hint[0].severity == Severity::kHint);
}

TEST_CASE("front-matter/unlisted-words") {
  const auto found = [](const std::string& value) {
    return std::vector{"front-matter/unlisted-words: " + value};
  };
  check_rows({"front-matter/unlisted-words"},
             {
                 {"---\ntags: santé publique, école\n---\n", found("santé publique, école"),
                  "---\ntags:\n- santé publique\n- école\n---\n"},
                 {"---\r\ntitle: a\r\ncategories: Communiqué de presse\r\nlang: fr\r\n---\r\n",
                  found("Communiqué de presse"),
                  "---\r\ntitle: a\r\ncategories:\r\n- Communiqué de presse\r\nlang: fr\r\n---\r\n"},
                 {"---\ntags: 'a: b, c' # d\nfiles:\n  - file: a\n---\n", found("'a: b, c'"),
                  "---\ntags:\n  - \"a: b\"\n  - c # d\nfiles:\n  - file: a\n---\n"},
                 {"---\ntags: a,b\n---\n", found("a,b"), "---\ntags:\n- a\n- b\n---\n"},
                 {"---\n{tags: a b}\n---\n", found("a b"), "---\n{tags: [a b]}\n---\n"},
                 {"---\ntags: Données ouvertes; école\n---\n", found("Données ouvertes; école"),
                  "---\ntags:\n- Données ouvertes\n- école\n---\n"},
                 {"---\ntags: !!str a b\n---\n", found("a b")},
                 {"---\ntags: santé\ncategories: Communiqué\u00A0de\u00A0presse\n---\n"},
                 {"---\ntag: santé publique\ncategory: Communiqué de presse\nmots: a b\n---\n"},
                 {"---\ntags:\n- santé publique\ncategories: [Communiqué de presse]\n---\n"},
                 {"---\ntags:\ncategories: ''\n---\n"},
             });
  const std::vector<Diagnostic> both = check("---\ntitle: a\ndate: 2026-01-01\ntags: b c\n---\nd\n");
  REQUIRE(both.size() == 1);
  REQUIRE(both[0].fixes.size() == 2);
  CHECK(applied("---\ntitle: a\ndate: 2026-01-01\ntags: b c\n---\nd\n", both[0].fixes[1]) ==
        "---\ntitle: a\ndate: 2026-01-01\ntags:\n- b\n- c\n---\nd\n");
}

TEST_CASE("front-matter/published") {
  check_rows(
      {"front-matter/published"},
      {
          {"---\npublished: non\n---\n", {"front-matter/published: non"}, "---\npublished: false\n---\n"},
          {"---\npublished: \"false\" # embargo\n---\n",
           {"front-matter/published: \"false\""},
           "---\npublished: false # embargo\n---\n"},
          {"---\npublished: 0\n---\n", {"front-matter/published: 0"}, "---\npublished: false\n---\n"},
          {"---\npublished:\ntitle: a\n---\n",
           {"front-matter/published-empty: published"},
           "---\ntitle: a\n---\n"},
          {"---\ndraft: true\n---\n",
           {"front-matter/published-draft: draft: true"},
           "---\ndraft: true\npublished: false\n---\n"},
          {"---\ndraft: oui\npublished: true\n---\n",
           {"front-matter/published-draft: draft: oui"},
           "---\ndraft: oui\npublished: false\n---\n"},
          {"---\ndraft: true\npublished: non\n---\n",
           {"front-matter/published: non"},
           "---\ndraft: true\npublished: false\n---\n"},
          {"---\npublished: false\ndraft: true\n---\n"},
          {"---\npublished: no\n---\n"},
          {"---\npublished: true\ndraft: false\n---\n"},
          {"---\npublished: 2026-01-01\ndraft:\n---\n"},
          {"---\npublished: oui\n---\n"},
      });
}

}  // namespace
}  // namespace depeche::rules
