#include "release/release.h"

#include <algorithm>
#include <iterator>
#include <random>
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

namespace {

// Two releases of the same text, one of which was reread.
void check_same(const Release& expected, const Release& found) {
  CHECK(found.front_matter.present == expected.front_matter.present);
  CHECK(found.front_matter.span == expected.front_matter.span);
  CHECK(found.front_matter.yaml == expected.front_matter.yaml);
  CHECK(found.front_matter.body == expected.front_matter.body);
  CHECK(found.front_matter.diagnostics == expected.front_matter.diagnostics);
  CHECK(found.body == expected.body);
  CHECK(found.tree.size() == expected.tree.size());
  REQUIRE(found.outline.size() == expected.outline.size());
  for (std::size_t i = 0; i < expected.outline.size(); ++i) {
    CHECK(found.outline[i].level == expected.outline[i].level);
    CHECK(found.outline[i].title == expected.outline[i].title);
    CHECK(found.outline[i].node == expected.outline[i].node);
    CHECK(found.outline[i].span == expected.outline[i].span);
  }
}

}  // namespace

TEST_CASE("a release that follows a change is the one that is read anew") {
  const std::string pieces[] = {"a", "\n",         "\n\n",  "---\n", "# ",  "\n## Titre\n\n", "- x", ": ",
                                " ", "title: b\n", "...\n", "\"",    "\r\n"};
  std::mt19937 engine(11);
  const auto below = [&](std::size_t bound) { return static_cast<Offset>(engine() % bound); };
  int followed = 0;
  for (int round = 0; round < 100; ++round) {
    std::string bytes = "---\ntitle: Le plan\n---\n\n";
    for (int i = 0; i < 12; ++i) bytes += "# Point\n\nDu *texte*.\n\n";
    Text text(bytes);
    Release release = read_release(text);
    Offset place = 0;
    for (int edit = 0; edit < 30; ++edit) {
      if (below(3) == 0) place = below(text.size() + 1);
      if (below(6) == 0) place = below(std::min<std::size_t>(text.size(), 30) + 1);
      place = std::min(place, text.size());
      const Span replaced{place, std::min<Offset>(text.size(), place + (below(4) == 0 ? below(12) : 0))};
      const std::string& piece = pieces[below(std::size(pieces))];
      const auto change = Change::of(text.size(), {{replaced, piece}});
      REQUIRE(change);
      text = change->apply(text);
      release = reread_release(std::move(release), *change, text);
      place += static_cast<Offset>(piece.size());
      if (release.node_change) ++followed;
      CAPTURE(text.bytes());
      check_same(read_release(text), release);
    }
  }
  CHECK(followed > 1000);
}
