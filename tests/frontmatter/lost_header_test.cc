// Headers that were meant as such and are none: what is said, and that the fix makes the header that was
// meant and leaves every other byte.
#include "frontmatter/lost_header.h"

#include <string>
#include <vector>

#include "doctest/doctest.h"
#include "frontmatter/front_matter.h"

namespace depeche::frontmatter {
namespace {

std::string applied(std::string text, const Fix& fix) {
  for (auto edit = fix.edits.rbegin(); edit != fix.edits.rend(); ++edit)
    text.replace(edit->span.begin, edit->span.size(), edit->text);
  return text;
}

const std::string kFields = "title: Un titre\ndate: 2026-09-14\ntags:\n- a\n";

struct Row {
  std::string document;
  std::string message;  // its key, without "front-matter/"
  std::string place;
  std::string fixed;
};

const Row kRows[] = {
    // Before it
    {"\n---\n" + kFields + "---\n\nTexte\n", "lost-header", "\n", "---\n" + kFields + "---\n\nTexte\n"},
    {" \t\n\n---\n" + kFields + "---\n\nTexte\n", "lost-header", " \t\n\n",
     "---\n" + kFields + "---\n\nTexte\n"},
    {"  ---\n" + kFields + "---\nTexte", "lost-header", "  ", "---\n" + kFields + "---\nTexte"},
    {"\u00A0---\n" + kFields + "---\n", "lost-header", "\u00A0", "---\n" + kFields + "---\n"},
    {"\u200B\n---\n" + kFields + "---\n", "lost-header", "\u200B\n", "---\n" + kFields + "---\n"},
    {"\uFEFF---\n" + kFields + "---\n\nTexte\n", "mark-before-header", "\uFEFF",
     "---\n" + kFields + "---\n\nTexte\n"},
    {"\uFEFF\uFEFF---\n" + kFields + "---\n", "mark-before-header", "\uFEFF\uFEFF",
     "---\n" + kFields + "---\n"},
    {"\uFEFF---\nsous-titre: x\n---\n", "mark-before-header", "\uFEFF", "---\nsous-titre: x\n---\n"},
    {"a---\n" + kFields + "---\n\nTexte\n", "text-before-header", "a",
     "---\n" + kFields + "---\n\na\n\nTexte\n"},
    {"Mon titre ---\n" + kFields + "---\nTexte\n", "text-before-header", "Mon titre",
     "---\n" + kFields + "---\n\nMon titre\n\nTexte\n"},
    {"Mon titre\n---\n" + kFields + "---\n\nTexte\n", "text-before-header", "Mon titre",
     "---\n" + kFields + "---\n\nMon titre\n\nTexte\n"},
    {"Un\n\nDeux\n\n---\n" + kFields + "---\n", "text-before-header", "Un\n\nDeux",
     "---\n" + kFields + "---\n\nUn\n\nDeux\n"},
    {"Mon titre\n---\n" + kFields + "---", "text-before-header", "Mon titre",
     "---\n" + kFields + "---\n\nMon titre\n"},
    // The opening line
    {"----\n" + kFields + "---\nTexte\n", "opening-line", "----", "---\n" + kFields + "---\nTexte\n"},
    {"--\n" + kFields + "---\nTexte\n", "opening-line", "--", "---\n" + kFields + "---\nTexte\n"},
    {"—\n" + kFields + "---\nTexte\n", "opening-line", "—", "---\n" + kFields + "---\nTexte\n"},
    {"–-\n" + kFields + "---\nTexte\n", "opening-line", "–-", "---\n" + kFields + "---\nTexte\n"},
    {"---\u00A0\n" + kFields + "---\nTexte\n", "opening-line", "---\u00A0",
     "---\n" + kFields + "---\nTexte\n"},
    {"--- Texte\n" + kFields + "---\nSuite\n", "opening-line", "--- Texte",
     "---\n" + kFields + "---\n\nTexte\n\nSuite\n"},
    {"---Texte\n" + kFields + "---\n\nSuite\n", "opening-line", "---Texte",
     "---\n" + kFields + "---\n\nTexte\n\nSuite\n"},
    {"--- # en-tête\n" + kFields + "---\n", "opening-line", "--- # en-tête",
     "---\n# en-tête\n" + kFields + "---\n"},
    {"---" + kFields + "---\nSuite\n", "opening-line", "---title: Un titre",
     "---\n" + kFields + "---\nSuite\n"},
    {"--- " + kFields + "---\nSuite\n", "opening-line", "--- title: Un titre",
     "---\n" + kFields + "---\nSuite\n"},
    // The closing line
    {"---\n" + kFields + "----\n\nTexte\n", "closing-line", "----", "---\n" + kFields + "---\n\nTexte\n"},
    {"---\n" + kFields + "----\n\nTexte\n\n---\n\nSuite\n", "closing-line", "----",
     "---\n" + kFields + "---\n\nTexte\n\n---\n\nSuite\n"},
    {"---\n" + kFields + "—\n\nTexte\n", "closing-line", "—", "---\n" + kFields + "---\n\nTexte\n"},
    {"---\n" + kFields + "--\n\nTexte\n", "closing-line", "--", "---\n" + kFields + "---\n\nTexte\n"},
    {"---\n" + kFields + "---\u00A0\n\nTexte\n", "closing-line", "---\u00A0",
     "---\n" + kFields + "---\n\nTexte\n"},
    {"---\n" + kFields + "  ---\n\nTexte\n", "closing-line", "  ---", "---\n" + kFields + "---\n\nTexte\n"},
    {"---\n" + kFields + "  ---\n\nTexte\n\n---\n\nSuite\n", "closing-line", "  ---",
     "---\n" + kFields + "---\n\nTexte\n\n---\n\nSuite\n"},
    {"---\n" + kFields + "--- Texte\nsuite\n\n---\n\nFin\n", "closing-line", "--- Texte",
     "---\n" + kFields + "---\nTexte\nsuite\n\n---\n\nFin\n"},
    {"---\n" + kFields + "---Texte\n", "closing-line", "---Texte", "---\n" + kFields + "---\nTexte\n"},
    {"---\n" + kFields + "--- # fin\nTexte\n", "closing-line", "--- # fin",
     "---\n" + kFields + "# fin\n---\nTexte\n"},
    {"---\n" + kFields + "----", "closing-line", "----", "---\n" + kFields + "---"},
    // None
    {"---\n" + kFields + "\nTexte\n\n## Titre\n", "unclosed-header", "- a",
     "---\n" + kFields + "---\n\nTexte\n\n## Titre\n"},
    {"---\n" + kFields + "\nTexte\n\n---\n\nSuite\n", "unclosed-header", "- a",
     "---\n" + kFields + "---\n\nTexte\n\n---\n\nSuite\n"},
    {"---\n" + kFields + "Texte\n\nsuite\n\n---\n\nFin\n", "unclosed-header", "- a",
     "---\n" + kFields + "---\nTexte\n\nsuite\n\n---\n\nFin\n"},
    {"---\n" + kFields + "# Titre\n\nTexte\n", "unclosed-header", "- a",
     "---\n" + kFields + "---\n# Titre\n\nTexte\n"},
    {"---\n" + kFields, "unclosed-header", "- a", "---\n" + kFields + "---\n"},
    {"---\ntitle: a", "unclosed-header", "title: a", "---\ntitle: a\n---\n"},
    {"---\ntitle: a---\n\nTexte\n", "unclosed-header", "title: a---", "---\ntitle: a\n---\n\nTexte\n"},
    {"---\ntitle: a\ntexte: |\n  Un\n\n  ---\n  Deux\n\nTexte\n", "unclosed-header", "  Deux",
     "---\ntitle: a\ntexte: |\n  Un\n\n  ---\n  Deux\n---\n\nTexte\n"},
    {"---\ntitle: a\n\ndate: 2026-01-01\n\nTexte\n", "unclosed-header", "date: 2026-01-01",
     "---\ntitle: a\n\ndate: 2026-01-01\n---\n\nTexte\n"},
    // Several at once
    {"----\n" + kFields + "----\n\nTexte\n", "opening-line", "----", "---\n" + kFields + "---\n\nTexte\n"},
    {"\n---\n" + kFields + "\nTexte\n", "lost-header", "\n", "---\n" + kFields + "---\n\nTexte\n"},
    {"Un\n---\n" + kFields + "--- Deux\n", "text-before-header", "Un",
     "---\n" + kFields + "---\n\nUn\n\nDeux\n"},
    {"Un\n---\n" + kFields + "\nTexte\n", "text-before-header", "Un",
     "---\n" + kFields + "---\n\nUn\n\nTexte\n"},
    {"Un\n---\ntitle: a", "text-before-header", "Un", "---\ntitle: a\n---\n\nUn\n"},
    // Line ends
    {"\r\n---\r\ntitle: a\r\n---\r\n\r\nTexte\r\n", "lost-header", "\r\n",
     "---\r\ntitle: a\r\n---\r\n\r\nTexte\r\n"},
    {"Un---\r\ntitle: a\r\n\r\nTexte\r\n", "text-before-header", "Un",
     "---\r\ntitle: a\r\n---\r\n\r\nUn\r\n\r\nTexte\r\n"},
    // A field that is broken besides does not hide the header, nor the other way round
    {"\n---\ntitle: a\ndate 2018\ntags: []\n---\nTexte\n", "lost-header", "\n",
     "---\ntitle: a\ndate 2018\ntags: []\n---\nTexte\n"},
};

TEST_CASE("a header that is none is said as that, and mended") {
  for (const Row& row : kRows) {
    CAPTURE(row.document);
    const FrontMatter found = read_front_matter(Text(row.document));
    REQUIRE(found.diagnostics.size() == 1);
    const Diagnostic& lost = found.diagnostics.front();
    CHECK(lost.rule == kLostHeader);
    CHECK(lost.severity == Severity::kError);
    CHECK(lost.message.key == "front-matter/" + row.message);
    CHECK(lost.span.of(row.document) == row.place);
    REQUIRE(lost.fixes.size() == 1);
    const std::string fixed = applied(row.document, lost.fixes[0]);
    CHECK(fixed == row.fixed);

    const FrontMatter after = read_front_matter(Text(fixed));
    CHECK(after.present);
    for (const Diagnostic& diagnostic : after.diagnostics) CHECK(diagnostic.rule != kLostHeader);
  }
}

TEST_CASE("what was never meant as a header is let be") {
  for (const std::string document : {
           "",
           "\n\n",
           "\uFEFF",
           "\uFEFFTexte",
           "Texte\n",
           "Le ministère publie ce texte.\n\nSuite.\n",
           "---\n\nTexte\n\n---\n\nSuite\n",
           "---\nTexte\n",
           "---\n\nAuteur : le ministère\n",
           "\n---\n\nTexte\n",
           "---\nContact: presse@exemple.fr\n---\n\nTexte\n",  // a header, of one field
           "----\n\nContact: presse@exemple.fr\n\n----\n",
           "***\ntitle\n***\n",
           "— Bonjour, dit-il.\n\nTexte\n",
           "Titre\n---\n\nTexte\n",
           "Titre\n-----\n\nNote: une remarque.\n\n---\n",
           "- un\n- deux\n",
           "---\n"
           "title: a\n---\n\nTexte\n\n----\n\ntitle: b\n",
           "---\n"
           "title: a\n...\n\n--- Texte\n",
           "Un exemple :\n\n```\n---\ntitle: a\n---\n```\n",
           "    ---\n    code\n",
           "| a |\n|---|\ntitle: b\n",
           "Voici un en-tête.\n\n\n\nUn.\n\nDeux.\n\nTrois.\n\n---\ntitle: a\n---\n",
           "---\ntitle: a\ntexte: |\n  ----\n  ---\n---\nTexte\n",
           "---\ntitle: a # ---\n---\n--- Texte\n",
       }) {
    CAPTURE(document);
    for (const Diagnostic& diagnostic : read_front_matter(Text(document)).diagnostics)
      CHECK(diagnostic.rule != kLostHeader);
  }
}

TEST_CASE("broken YAML between good fences is said as such") {
  for (const std::string document : {
           "---\ntitle: a\nLe texte\n---\n\nTexte\n",
           "---\ntitle: a: b\n---\n\nTexte\n",
           "---\ntitle: a\n\ndate 2018\ntags: []\n---\n\nTexte\n",
           "---\ntitle: a\n\nsans deux-points\n---\n\nTexte\n",
           "---\ntitle: a\n----\nb: c\n---\n\nTexte\n",
           "---\ntitle: \"a\n---\n\nTexte\n",
       }) {
    CAPTURE(document);
    const FrontMatter found = read_front_matter(Text(document));
    REQUIRE_FALSE(found.diagnostics.empty());
    for (const Diagnostic& diagnostic : found.diagnostics)
      CHECK(diagnostic.rule == "front-matter/broken-yaml");
  }
}

TEST_CASE("no field is set, and no second header made, where the header is lost") {
  for (const Row& row : kRows) {
    CAPTURE(row.document);
    const auto edits = set_field(Text(row.document), "title", "Autre");
    if (row.message == "mark-before-header" && row.place.size() == 3) {
      CHECK(edits.ok());  // it can be read
    } else {
      REQUIRE_FALSE(edits.ok());
      CHECK(edits.problem().key == "front-matter/" + row.message);
    }
  }
}

}  // namespace
}  // namespace depeche::frontmatter
