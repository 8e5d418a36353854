// What a reader reads, as it looks on the page.
#include "ui/page/page_text.h"

#include <string>

#include "doctest/doctest.h"
#include "release/release.h"

namespace depeche::ui {
namespace {

// The text of the first block.
PageText text_of(const std::string& markdown) {
  const Release release = read_release(Text(markdown));
  return page_text(release.tree, release.tree.root() + 1, markdown::number_footnotes(release.tree));
}

std::string name_of(const TextLook& look) {
  std::string name;
  const auto add = [&](bool is_so, const char* word) {
    if (is_so) name.append(name.empty() ? "" : " ").append(word);
  };
  add(look.bold, "bold");
  add(look.italic, "italic");
  add(look.code, "code");
  add(look.struck, "struck");
  add(look.underlined, "underlined");
  add(look.chip, "chip");
  add(look.marked, "marked");
  add(look.dotted, "dotted");
  add(look.small, "small");
  add(look.script > 0, "raised");
  add(look.script < 0, "lowered");
  add(look.ink == Ink::kAccent, "accent");
  add(look.ink == Ink::kQuiet, "quiet");
  return name;
}

TEST_CASE("each piece has the look of its marks; those that look alike are one") {
  struct Row {
    std::string markdown;
    std::string looks;
  };
  for (const Row& row : {
           Row{"un **deux** *trois* `quatre`\n", "un ()|deux(bold)| ()|trois(italic)| ()|quatre(code)"},
           Row{"[un](a) <u>deux</u> <del>trois</del>\n",
               "un(underlined accent)| ()|deux(underlined)| ()|trois(struck)"},
           Row{"[un <u>deux</u>](a)\n", "un (underlined accent)|deux(underlined accent)"},
           Row{"un[^1]\n\n[^1]: note\n", "un()|1(small raised accent)"},
           Row{"H<sub>2</sub> <small>trois</small>\n", "H()|2(small lowered)| ()|trois(small)"},
           Row{"{{ site.nom }} ![gare](/a.png)\n",
               "{{ site.nom }}(chip small quiet)| ()|gare(chip small quiet)"},
           Row{"[![gare](/a.png)](b)\n", "gare(underlined chip small quiet)"},
           Row{"<mark>un</mark> <abbr title=\"deux\">d</abbr>\n", "un(marked)| ()|d(dotted)"},
           Row{"Un... et -- deux\n", "Un… et ()|–()| deux()"},
       }) {
    CAPTURE(row.markdown);
    const PageText text = text_of(row.markdown);
    std::string looks;
    for (const PagePiece& piece : text.pieces) {
      if (!looks.empty()) looks += "|";
      looks.append(piece.range.of(text.text)).append("(").append(name_of(piece.look)).append(")");
    }
    CHECK(looks == row.looks);
  }
}

TEST_CASE("a place in the page's text leads to its place in the source") {
  const std::string text = "Un **mot  gras** et [un lien](http://a.fr).\n";
  const PageText shown = text_of(text);
  CHECK(shown.text == "Un mot gras et un lien.");
  for (const std::string_view word : {"Un", "mot", "gras", "et", "lien"}) {
    CAPTURE(word);
    CHECK(shown.source_at(static_cast<Offset>(shown.text.find(word))) == text.find(word));
  }
  CHECK(shown.link_at(static_cast<Offset>(shown.text.find("lien"))) != markdown::kNoNode);
  CHECK(shown.link_at(0) == markdown::kNoNode);
}

}  // namespace
}  // namespace depeche::ui
