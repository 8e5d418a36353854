// What the tree says is at a place, and what the commands make of it.
#include "app/place.h"

#include "app/outline.h"
#include "app/text_commands.h"
#include "doctest/doctest.h"
#include "tests/editor/notation.h"

namespace depeche::app {
namespace {

using editor::EditorState;
using editor::notation_after;
using editor::state_of;
using editor::TextKind;

// The names of all that is at the place.
std::string place_of(std::string_view notation) {
  const EditorState state = state_of(notation);
  const Release release = read_release(state.text);
  const Place place = place_at(release, state.selection);
  std::string names;
  const auto add = [&](bool is, std::string_view name) {
    if (!is) return;
    if (!names.empty()) names += ' ';
    names += name;
  };
  add(place.kind == TextKind::kYaml, "yaml");
  add(place.kind == TextKind::kCode, "as-is");
  add(place.heading > 0, std::string("h").append(std::to_string(place.heading)));
  add(place.bullet_list, "bullets");
  add(place.ordered_list, "numbers");
  add(place.quote, "quote");
  add(place.citation, "citation");
  add(place.important_link, "important");
  add(place.table != markdown::kNoNode, "table");
  add(place.link != markdown::kNoNode, "link");
  add(place.image != markdown::kNoNode, "image");
  add(place.bold, "bold");
  add(place.italic, "italic");
  add(place.struck, "struck");
  add(place.code, "code");
  return names;
}

TEST_CASE("what stands at the caret or in the selection") {
  struct Row {
    std::string_view notation;
    std::string_view place;
  };
  const Row rows[] = {
      {"un m|ot", ""},
      {"|---\ntitle: T\n---\n\nun", "yaml"},
      {"---\ntitle: T\n---|\n\nun", "yaml"},
      {"---\ntitle: T\n---|", "yaml"},
      {"---\ntitle: T\n---\n|\nun", ""},
      {"---\ntitle: T\n---\n\n|un", ""},
      {"un **m|ot**", "bold"},
      {"un **mot|** fin", "bold"},
      {"un |**mot** fin", ""},  // before the marks
      {"un ***m|ot***", "bold italic"},
      {"un ^**mot**| fin", "bold"},
      {"un **^mot|** fin", "bold"},
      {"^un **mot|** fin", ""},
      {"^**un**\n\n**deux**|", "bold"},
      {"~~m|ot~~", "struck"},
      {"`m|ot`", "as-is code"},
      {"    co|de\n", "as-is code"},
      {"~~~\nco|de\n~~~\n", "as-is code"},
      {"{{ pa|ge }}", "as-is"},
      {"## Ti|tre", "h2"},
      {"^## Titre\n\n## Deux|", "h2"},
      {"^# Titre\n\n## Deux|", ""},
      {"- u|n", "bullets"},
      {"1. u|n", "numbers"},
      {"- un\n  1. d|eux", "numbers"},
      {"^- un\n- deux|", "bullets"},
      {"> u|n", "quote"},
      {"> No|us.\n> {: .citation}\n\n> Qui\n> {: .auteur-citation}", "quote citation"},
      {"> Nous.\n> {: .citation}\n\n> Q|ui\n> {: .auteur-citation}", "quote citation"},
      {"> [a|](/b){: target=\"_blank\"}\n> {: .lien-important}", "quote important link"},
      {"[**a|**](/b)", "link bold"},
      {"un ![a|](b.png)", "image"},
      {"| a | b |\n|---|---|\n| c| | d |", "table"},
      {"---\ntitle: a|\n---\n\nb", "yaml"},
      {"---\ntitle: a\n---\n\n|b", ""},
      {"|", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.notation);
    if (row.notation.find("| a |") != std::string_view::npos) continue;  // `|` marks the caret: below
    CHECK(place_of(row.notation) == row.place);
  }
  EditorState state = editor::open(Text(std::string("| a |\n|---|\n| c |\n")));
  const Release release = read_release(state.text);
  CHECK(place_at(release, Selection::caret(14)).table != markdown::kNoNode);
}

TEST_CASE("a long selection says no more than what it is written in") {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "**mot**\n\n";
  const Release release = read_release(Text(text));
  CHECK_FALSE(place_at(release, {0, static_cast<Offset>(text.size())}).bold);
}

TEST_CASE("commands go by the tree, and back") {
  struct Row {
    TextCommand command;
    std::string_view before;
    std::string_view after;
  };
  const Row rows[] = {
      {TextCommand::kBold, "un m|ot", "un **m|ot**"},
      {TextCommand::kBold, "    co|de\n", "    co|de\n"},
      {TextCommand::kBold, "---\ntitle: a|\n---\n", "---\ntitle: a|\n---\n"},
      {TextCommand::kBold, "un <strong>m|ot</strong>.", "un m|ot."},
      {TextCommand::kBold, "un ^<b>mot</b>|.", "un ^mot|."},
      {TextCommand::kItalic, "un <em class=\"x\">m|ot</em>.", "un m|ot."},
      {TextCommand::kItalic, "un <strong>m|ot</strong>.", "un <strong>*m|ot*</strong>."},
      {TextCommand::kStrike, "un m|ot", "un ~~m|ot~~"},
      {TextCommand::kStrike, "un ~~m|ot~~", "un m|ot"},
      {TextCommand::kCode, "un m|ot", "un `m|ot`"},
      {TextCommand::kCode, "un `m|ot`", "un m|ot"},
      {TextCommand::kCode, "un ``m|o`t``", "un m|o`t"},
      {TextCommand::kBulletList, "u|n", "- u|n"},
      {TextCommand::kOrderedList, "- u|n", "1. u|n"},
      {TextCommand::kQuote, "u|n", "> u|n"},
      {TextCommand::kQuote, "> u|n", "u|n"},
      {TextCommand::kQuote, "> No|us.\n> {: .citation}\n\n> Qui\n> {: .auteur-citation}\n",
       "No|us.\n\nQui\n"},
      {TextCommand::kCitation, "No|us.", "> Nous.\n> {: .citation}\n\n> ^Qui|\n> {: .auteur-citation}"},
      {TextCommand::kCitation, "> Nous.\n> {: .citation}\n\n> Q|ui\n> {: .auteur-citation}\n",
       "Nous.\n\nQ|ui\n"},
      {TextCommand::kRule, "un|", "un\n\n* * *\n\n|"},
      {TextCommand::kRowBelow, "un|", "un|"},
      {TextCommand::kExpandSelection, "un m|ot\nfin", "un ^mot|\nfin"},
      {TextCommand::kExpandSelection, "un ^mot|\nfin", "^un mot|\nfin"},
      {TextCommand::kExpandSelection, "^un mot|\nfin", "^un mot\nfin|"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.before);
    const EditorState state = state_of(row.before);
    CHECK(notation_after(state, transaction_of(row.command, state, read_release(state.text), "Qui")) ==
          row.after);
  }
}

TEST_CASE("headings change their level and go") {
  struct Row {
    std::uint32_t level;
    std::string_view before;
    std::string_view after;
  };
  const Row rows[] = {
      {2, "Ti|tre", "## Ti|tre"},
      {3, "## Ti|tre", "### Ti|tre"},
      {2, "## Ti|tre", "Ti|tre"},
      {0, "### Ti|tre", "Ti|tre"},
      {0, "^# un\n\n### deux|", "^un\n\ndeux|"},
      {0, "Ti|tre", "Ti|tre"},
      {2, "    co|de", "    co|de"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.before);
    const EditorState state = state_of(row.before);
    CHECK(notation_after(state, set_heading(row.level, state, read_release(state.text))) == row.after);
  }
}

TEST_CASE("the headings of the outline") {
  const Release release = read_release(Text(std::string("a\n\n# Été\n\nb\n\n## Cœur de l’État\n\nc\n")));
  CHECK_FALSE(heading_at(release, 0));
  CHECK(heading_at(release, 3) == 0U);
  CHECK(heading_at(release, 12) == 0U);
  CHECK(heading_at(release, 40) == 1U);
  CHECK(matching_headings(release, "").size() == 2);
  CHECK(matching_headings(release, "ete") == std::vector<std::size_t>{0});
  CHECK(matching_headings(release, "coeur de l'etat") == std::vector<std::size_t>{1});
  CHECK(matching_headings(release, "x").empty());
}

}  // namespace
}  // namespace depeche::app
