#include "writers/page.h"

#include "doctest/doctest.h"
#include "tests/support/files.h"

namespace depeche::writers {
namespace {

using messages::Catalog;
using messages::Language;

std::string page_of(const std::string& document, Language language = Language::kFrench) {
  return page(read_release(Text(document)), Catalog::of(language));
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

TEST_CASE("the sample release as a page") {
  const std::string page = page_of(read_file(DEPECHE_ROOT "/assets/sample-release.md"));
  for (const char* part :
       {"<!DOCTYPE html>\n<html lang=\"fr\">", "default-src 'none'",
        "<title>Le car express revient dans 120 communes rurales, avec des horaires calés "
        "sur ceux des trains</title>",
        "<li>Communiqué de presse</li>", "<li>Territoires ruraux</li>",
        "<time datetime=\"2026-09-14T10:30:00+02:00\">Publié le 14\u00A0septembre 2026 à "
        "10\u00A0h\u00A030</time>",
        "<img src=\"/uploads/carte-des-douze-lignes.png\" alt=", "Télécharger le dossier de presse",
        "<span class=\"name\">Dossier_Cars_express_ruraux.pdf</span>", "</html>\n"}) {
    CAPTURE(part);
    CHECK(contains(page, part));
  }
  CHECK(count(page, "<h1") == 1);
}

TEST_CASE("a page of nothing still is a page") {
  const std::string page = page_of("", Language::kEnglish);
  CHECK(contains(page, "<html lang=\"en\">"));
  CHECK(contains(page, "<h1>Untitled release</h1>"));
  CHECK(!contains(page, "<section"));
  CHECK(!contains(page, "class=\"date\""));
}

TEST_CASE("no field can break out of the page") {
  const std::string hostile = "\"><script>alert(1)</script>&";
  const std::string page =
      page_of("---\ntitle: '" + hostile + "'\ndate: '" + hostile + "'\nlang: '" + hostile +
              "'\ncategories:\n- '" + hostile + "'\ntags: '" + hostile + "'\nune-ou-diaporama:\n- image: '" +
              hostile + "'\n  alt: '" + hostile + "'\nfiles:\n- file: 'https://" + hostile + "'\n  nom: '" +
              hostile + "'\n- file: 'javascript:alert(1)'\n---\n<script>alert(2)</script>\n");
  CHECK(!contains(page, "<script"));
  CHECK(!contains(page, "href=\"javascript"));
  CHECK(contains(page, "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;"));
  CHECK(contains(page, "<html lang=\"fr\">"));
}

TEST_CASE("the release's pictures are pictures, with their alternative and caption") {
  const std::string page = page_of(
      "---\nune-ou-diaporama:\n- image: /uploads/a.png\n  alt: Une gare\n  legende: Dijon\n- image: /b.png\n"
      "- image: 'javascript:alert(1)'\n---\n");
  CHECK(contains(page,
                 "<figure class=\"headline\"><img src=\"/uploads/a.png\" alt=\"Une gare\"><figcaption>Dijon"
                 "</figcaption></figure>\n<figure class=\"headline\"><img src=\"/b.png\" alt=\"b.png\">"
                 "</figure>\n<figure class=\"headline\"><img alt=\"javascript:alert(1)\"></figure>\n"));
}

TEST_CASE("a page speaks the release's language") {
  struct Row {
    const char* fields;
    const char* body;
    Language otherwise;
    const char* says;
    const char* attached;
  };
  for (const Row& row : {
           Row{"", "The bus is back and we are glad that it is.", Language::kFrench,
               "Published on 14 September 2026", "Attachments"},
           Row{"", "Le car revient dans les communes.", Language::kEnglish,
               "Publié le 14\u00A0septembre 2026", "Pièces jointes"},
           Row{"lang: en-GB\n", "Le car revient dans les communes.", Language::kFrench,
               "Published on 14 September 2026", "Attachments"},
           Row{"lang: de\n", "Der Zug ist da.", Language::kFrench, "Publié le 14\u00A0septembre 2026",
               "Pièces jointes"},
           Row{"", "", Language::kEnglish, "Published on 14 September 2026", "Attachments"},
       }) {
    CAPTURE(row.fields);
    CAPTURE(row.body);
    const std::string page = page_of(
        std::string("---\n") + row.fields + "date: 2026-09-14\nfiles: /a.pdf\n---\n" + row.body + "\n",
        row.otherwise);
    CHECK(contains(page, row.says));
    CHECK(contains(page, row.attached));
  }
}

}  // namespace
}  // namespace depeche::writers
