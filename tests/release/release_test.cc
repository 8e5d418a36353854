#include "release/release.h"

#include <string>

#include "doctest/doctest.h"

using namespace depeche;

TEST_CASE("a release is its front matter, its body and the outline of that") {
  const std::string bytes =
      "---\n"
      "title: Le plan\n"
      "date: 2018-09-09 11:18:00 +02:00\n"
      "---\n"
      "\n"
      "Chapeau.\n"
      "\n"
      "## Un *premier* point\n"
      "\n"
      "> ### Cité\n"
      "\n"
      "Texte\n";
  Release release = read_release(Text(bytes));
  CHECK(release.front_matter.diagnostics.empty());
  CHECK(*release.front_matter.find("title")->string() == "Le plan");
  CHECK(release.body.of(bytes).starts_with("Chapeau."));
  CHECK(release.tree.span(release.tree.root()) == release.body);
  REQUIRE(release.outline.size() == 2);
  CHECK(release.outline[0].level == 2);
  CHECK(release.outline[0].title == "Un premier point");
  CHECK(release.outline[0].span.of(bytes).starts_with("## Un *premier* point"));
  CHECK(release.tree.kind(release.outline[0].node) == markdown::Kind::kHeading);
  CHECK(release.outline[1].level == 3);
  CHECK(release.outline[1].title == "Cité");
}

TEST_CASE("a broken front matter leaves the body whole") {
  const std::string bytes = "---\ntitle: \"Le plan\n---\n\n# Titre\n";
  Release release = read_release(Text(bytes));
  CHECK(release.front_matter.broken);
  CHECK(release.body.of(bytes) == "# Titre\n");
  REQUIRE(release.outline.size() == 1);
  CHECK(release.outline[0].title == "Titre");
}

TEST_CASE("every dialect, and no text at all") {
  for (markdown::Dialect dialect :
       {markdown::Dialect::kKramdown, markdown::Dialect::kCommonMark, markdown::Dialect::kGfm}) {
    Release release = read_release(Text("# A\n"), dialect);
    CHECK(release.dialect == dialect);
    CHECK_FALSE(release.front_matter.present);
    CHECK(release.outline.size() == 1);
    CHECK(read_release(Text(), dialect).outline.empty());
  }
}
