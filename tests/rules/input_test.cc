// What the rules are told of a release beside itself.
#include "rules/input.h"

#include <string>

#include "doctest/doctest.h"

namespace depeche::rules {
namespace {

std::string language(const std::string& document, const Settings& settings = {}) {
  const Release release = read_release(Text(document));
  return Input(release, settings).language();
}

TEST_CASE("the language: of the settings, of the header, of the words") {
  const std::string french = "Le ministre et la ministre sont dans les trains pour une heure.\n";
  CHECK(language(french) == "fr");
  CHECK(language("The minister and the minister are in the trains for an hour.\n") == "en");
  CHECK(language("---\nlang: fr-CA\n---\nMot\n") == "fr-CA");
  CHECK(language("---\nlang: br\n---\n" + french) == "br");
  CHECK(language("---\nlang: br\n---\n" + french, {.language = "en"}) == "en");
  CHECK(language("Mot\n").empty());
}

TEST_CASE("the reader's text of a block, with its places in the source") {
  const Release release = read_release(Text("Un\n\nUn **mot**[^1] &amp; *un* autre\n\n[^1]: Note\n"));
  const Settings settings;
  const Input input(release, settings);
  const markdown::NodeId first = input.tree().first_child(input.tree().root());
  const markdown::NodeId paragraph = release.tree.node_at(4);
  CHECK(input.reader_text(first).text == "Un");
  for (markdown::NodeId node = paragraph; node != input.tree().root(); node = input.tree().parent(node)) {
    if (input.tree().kind(node) != markdown::Kind::kParagraph) continue;
    const markdown::ReaderText& text = input.reader_text(node);
    CHECK(text.text == "Un mot & un autre");  // without the number of the note
    CHECK(input.source({text.source_at(3), text.source_at(6)}).starts_with("mot"));
  }
  CHECK(input.reader_text(first).text == "Un");
}

}  // namespace
}  // namespace depeche::rules
