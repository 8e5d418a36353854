#include "editor/format_citation.h"

#include "doctest/doctest.h"
#include "tests/editor/notation.h"

namespace depeche::editor {
namespace {

TEST_CASE("paragraphs become a citation with its author") {
  check_rows(
      {
          {"Nous a|vons.\n\nFin.",
           "> Nous avons.\n> {: .citation}\n\n> ^Qui|\n> {: .auteur-citation}\n\nFin."},
          {"^Nous avons.\n\nMme X, ministre|",
           "> Nous avons.\n> {: .citation}\n\n> Mme X, ministre|\n> {: .auteur-citation}"},
          {"un\n^deux\n\nX|\nY", "> un\n> deux\n> {: .citation}\n\n> X\n> Y|\n> {: .auteur-citation}"},
          {"> Nous a|vons.", "> Nous avons.\n> {: .citation}\n\n> ^Qui|\n> {: .auteur-citation}"},
          {"Texte\n\n|", "Texte\n\n> |\n> {: .citation}\n\n> Qui\n> {: .auteur-citation}"},
          {"a|\r\n\r\nb", "> a\r\n> {: .citation}\r\n\r\n> ^Qui|\r\n> {: .auteur-citation}\r\n\r\nb"},
      },
      [](const EditorState& state) { return make_citation(state, "Qui"); });
}

TEST_CASE("the site's blocks become text again, the author with the citation") {
  check_rows(
      {
          {"> No|us.\n> {: .citation}\n\n> Qui\n> {: .auteur-citation}\n\nFin.", "No|us.\n\nQui\n\nFin."},
          {"> Nous.\n> {: .citation}\n\n\n> Q|ui\n> {: .auteur-citation}\n", "Nous.\n\n\nQ|ui\n"},
          {"> [a](/b){: target=\"_blank\"}|\n> {: .lien-important}", "[a](/b){: target=\"_blank\"}|\n"},
          {"> a|", "> a|"},  // a plain quote is none of them
          {"a|", "a|"},
      },
      remove_site_block);
}

TEST_CASE("an important link is a block of its own") {
  const auto insert = [](const EditorState& state) { return insert_important_link(state, {}, "/b", "a"); };
  const std::string block = "> [a](/b){: target=\"_blank\"}\n> {: .lien-important}|";
  CHECK(notation_after(state_of("|"), insert(state_of("|"))) == block);
  CHECK(notation_after(state_of("un|\ndeux\n\ntrois"), insert(state_of("un|\ndeux\n\ntrois"))) ==
        "un\ndeux\n\n" + block + "\n\ntrois");
  const EditorState state = state_of("un\n\n[a](/b)|\n\ndeux");
  CHECK(notation_after(state, insert_important_link(state, {4, 11}, "/b", "a")) ==
        "un\n\n" + block + "\n\ndeux");
}

}  // namespace
}  // namespace depeche::editor
