#include "writers/page.h"

#include "doctest/doctest.h"
#include "tests/support/files.h"
#include "writers/masthead.h"

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
  for (const char* part : {"<!DOCTYPE html>\n<html lang=\"fr\">", "default-src 'none'",
                           "<title>Le car express revient dans 120 communes rurales, avec des horaires calés "
                           "sur ceux des trains</title>",
                           "<li>Communiqué de presse</li>", "<li>Territoires ruraux</li>",
                           "Publié le <time datetime=\"2026-09-14T10:30:00+02:00\">14\u00A0septembre 2026 à "
                           "10\u00A0h\u00A030</time>",
                           "<li>carte-des-douze-lignes.png</li>", "Télécharger le dossier de presse",
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

TEST_CASE("the masthead reads the fields in the shapes that sites give them") {
  const auto head = [](const std::string& fields) {
    return masthead(read_release(Text("---\n" + fields + "---\n")), Catalog::of(Language::kFrench));
  };
  CHECK(head("category: Discours\n").categories == std::vector<std::string>{"Discours"});
  CHECK(head("categories: [a, 2, ~, b]\n").categories == std::vector<std::string>{"a", "2", "b"});
  CHECK(head("tags: un seul\n").tags == std::vector<std::string>{"un seul"});
  CHECK(head("title: 2026\n").title == "2026");
  CHECK(head("lang: pt-BR\n").language == "pt-BR");
  CHECK(head("lang: [x]\n").language == "fr");
  CHECK(head("date: bientôt\n").written_date == "bientôt");

  const Masthead pictures =
      head("une-ou-diaporama:\n- image: /a.png\n  legende: Une gare\n- image:\nimage: /b.png\n");
  REQUIRE(pictures.pictures.size() == 2);
  CHECK(pictures.pictures[0].caption == "Une gare");
  CHECK(pictures.pictures[1].path == "/b.png");

  const Masthead files = head("files:\n- file: /x/a.pdf\n- file: /b.pdf\n  nom: Dossier\n- /c.pdf\n");
  REQUIRE(files.attachments.size() == 3);
  CHECK(files.attachments[0].label == "a.pdf");
  CHECK(files.attachments[1].label == "Dossier");
  CHECK(files.attachments[2].path == "/c.pdf");

  CHECK(head("chapeau: En bref.\n").lead == "En bref.");
  const Masthead contacts = head("contacts:\n- nom: Camille\n  tel: 01 99\n- Le standard\n- fonction:\n");
  REQUIRE(contacts.contacts.size() == 2);
  CHECK(contacts.contacts[0].telephone == "01 99");
  CHECK(contacts.contacts[1].name == "Le standard");
}

}  // namespace
}  // namespace depeche::writers
