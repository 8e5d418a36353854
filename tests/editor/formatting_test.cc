#include "editor/formatting.h"

#include <functional>

#include "doctest/doctest.h"
#include "editor/editing.h"
#include "tests/editor/notation.h"

namespace depeche::editor {
namespace {

using Command = std::function<std::optional<Transaction>(const EditorState&)>;

struct Row {
  std::string_view before;
  std::string_view after;
};

void check(std::initializer_list<Row> rows, const Command& command) {
  for (const Row& row : rows) {
    CAPTURE(row.before);
    const EditorState state = state_of(row.before);
    CHECK(notation_after(state, command(state)) == row.after);
  }
}

TEST_CASE("bold comes and goes") {
  check(
      {
          {"un ^mot| ici", "un **^mot|** ici"},
          {"un |mot^ ici", "un **|mot^** ici"},
          {"un^ mot |ici", "un^ **mot** |ici"},  // without the spaces
          {"un m|ot ici", "un **m|ot** ici"},    // the word at the caret
          {"un |mot", "un **|mot**"},
          {"un mot|", "un **mot|**"},
          {"l’É|tat", "l’**É|tat**"},
          {"un | ici", "un **|** ici"},
          {"|", "**|**"},
          {"- |", "- **|**"},

          {"un **^mot|** ici", "un ^mot| ici"},
          {"un ^**mot**| ici", "un ^mot| ici"},
          {"un **m|ot** ici", "un m|ot ici"},
          {"un __m|ot__ ici", "un m|ot ici"},
          {"un **|** ici", "un | ici"},
          {"**un ^mot| ici**", "**un** ^mot| **ici**"},  // part of it
          {"**^un| mot**", "^un| **mot**"},
          {"**un ^mot|**", "**un** ^mot|"},
          {"***^mot|***", "*^mot|*"},

          {"^un **mot** ici|", "**^un mot ici|**"},  // what is bold within becomes one with it
          {"^un __mot__ ici|", "**^un mot ici|**"},
          {"**un ^mot** ici|", "**un ^mot ici|**"},
          {"^un **mot| ici**", "**^un mot| ici**"},
          {"__un ^mot__ ici|", "**un ^mot ici|**"},

          {"^un\n\ndeux|", "**^un**\n\n**deux|**"},  // each block for itself
          {"^- un\n- deux|", "^- **un**\n- **deux|**"},
          {"^> un\n> deux|", "^> **un\n> deux|**"},
          {"^# Titre\nun|", "^# **Titre**\n**un|**"},
          {"^**un**\n\n**deux**|", "^un\n\ndeux|"},
          {"^**un**\n\ndeux|", "^**un**\n\n**deux|**"},
          {"^ \n |", "^ \n |"},
          {"\\*\\*m|ot\\*\\*", "\\*\\***m|ot**\\*\\*"},  // escaped stars are text
      },
      toggle_bold);
}

TEST_CASE("italic comes and goes") {
  check(
      {
          {"un ^mot|", "un *^mot|*"},
          {"un *^mot|*", "un ^mot|"},
          {"un _^mot|_", "un ^mot|"},
          {"**^mot|**", "***^mot|***"},
          {"***^mot|***", "**^mot|**"},
          {"*a ^mot| b*", "*a* ^mot| *b*"},
          {"*a **b ^mot| c** d*", "*a* **b ^mot| c** *d*"},  // marks stay well nested
          {"**a ^mot** b| c", "***a ^mot** b|* c"},
          {"|", "*|*"},
          {"*|*", "|"},
          {"***|***", "**|**"},
          {"**|**", "***|***"},
      },
      toggle_italic);
}

TEST_CASE("headings come and go") {
  check(
      {
          {"Ti|tre", "## Ti|tre"},
          {"|Titre", "## |Titre"},
          {"## Ti|tre", "Ti|tre"},
          {"# Ti|tre", "## Ti|tre"},
          {"###   Titre|", "## Titre|"},
          {"^un\n\ndeux|", "## ^un\n\n## deux|"},
          {"^un\n|deux", "## ^un\n|deux"},  // the line that is only reached stays
          {"|", "## |"},
          {"> Ti|tre", "> ## Ti|tre"},
          {"- Ti|tre", "## Ti|tre"},
      },
      [](const EditorState& state) { return toggle_heading(state, 2); });
  CHECK_FALSE(toggle_heading(state_of("un|"), 0));
  CHECK_FALSE(toggle_heading(state_of("un|"), 7));
}

TEST_CASE("lists come and go") {
  check(
      {
          {"u|n", "- u|n"},
          {"^un\ndeux|", "- ^un\n- deux|"},
          {"^un\n\ndeux|", "- ^un\n\n- deux|"},
          {"^- un\n- deux|", "^un\ndeux|"},
          {"^* un\n  + deux|", "^un\n  deux|"},
          {"^1. un\n2. deux|", "^- un\n- deux|"},
          {"^- un\ndeux|", "^- un\n- deux|"},
          {"- [x] fa|it", "fa|it"},
          {"> u|n", "> - u|n"},
          {"|", "- |"},
      },
      [](const EditorState& state) { return toggle_list(state, ListKind::kBullet); });
  check(
      {
          {"^un\ndeux\ntrois|", "1. ^un\n2. deux\n3. trois|"},
          {"^- un\n  - a\n  - b\n- deux\n  - c|", "^1. un\n  1. a\n  2. b\n2. deux\n  1. c|"},
          {"^1. un\n2. deux|", "^un\ndeux|"},
          {"- [ ] fa|it", "1. [ ] fa|it"},
      },
      [](const EditorState& state) { return toggle_list(state, ListKind::kOrdered); });
}

TEST_CASE("quotes come and go") {
  check(
      {
          {"u|n", "> u|n"},
          {"^un\n\ndeux|", "> ^un\n>\n> deux|"},
          {"^> un\n>\n> deux|", "^un\n\ndeux|"},
          {"> > u|n", "> u|n"},
          {">u|n", "u|n"},
          {"^> un\ndeux|", "> ^> un\n> deux|"},
          {"|", "> |"},
          {"^- un\r\n- deux|\r\n", "> ^- un\r\n> - deux|\r\n"},
      },
      toggle_quote);
}

TEST_CASE("a link takes the selection for its text") {
  struct LinkRow {
    std::string_view before;
    std::string_view target;
    std::string_view label;
    std::string_view after;
  };
  const LinkRow rows[] = {
      {"voir ^ici|.", "https://exemple.fr/", "", "voir [ici](https://exemple.fr/)|."},
      {"voir ^ici|.", "https://exemple.fr/", "là [1]", "voir [là \\[1\\]](https://exemple.fr/)|."},
      {"voir |.", "https://exemple.fr/a_b", "", "voir [https://exemple.fr/a\\_b](https://exemple.fr/a_b)|."},
      {"voir ^ici|.", "", "", "voir [ici](|)."},
      {"|", "", "", "[](|)"},
      {"^x|", "/a b(c)\n<d>\\", "", "[x](/a%20b%28c%29%0A%3Cd%3E%5C)|"},
  };
  for (const LinkRow& row : rows) {
    CAPTURE(row.before);
    const EditorState state = state_of(row.before);
    CHECK(notation_after(state, insert_link(state, row.target, row.label)) == row.after);
  }
  CHECK_FALSE(insert_link(state_of("^un\n\ndeux|"), "/x", ""));
}

TEST_CASE("what a button did to plain text, it takes back when pressed again") {
  const auto toggle_second_heading = [](const EditorState& state) { return toggle_heading(state, 2); };
  const auto toggle_bullets = [](const EditorState& state) { return toggle_list(state, ListKind::kBullet); };
  const auto toggle_numbers = [](const EditorState& state) { return toggle_list(state, ListKind::kOrdered); };
  for (const std::string_view notation :
       {"|", "un |mot", "^un| mot", "u|n m^ot", "^un\r\ndeux|", "un\n^deux\n\ntrois|\n"}) {
    CAPTURE(notation);
    const EditorState state = state_of(notation);
    for (const Command& command :
         {Command(toggle_bold), Command(toggle_italic), Command(toggle_quote), Command(toggle_second_heading),
          Command(toggle_bullets), Command(toggle_numbers)}) {
      const EditorState changed = apply(state, *command(state));
      CHECK(changed.text != state.text);
      CHECK(notation_after(changed, command(changed)) == notation);
    }
  }
}

TEST_CASE("a format is one step to undo, and gives the selection back") {
  const EditorState state = state_of("^un\n\ndeux|");
  for (const auto& command : {toggle_bold, toggle_italic, toggle_quote}) {
    const EditorState changed = apply(state, *command(state));
    CHECK(changed.text != state.text);
    CHECK(notation_after(changed, undo(changed)) == notation_of(state));
  }
}

}  // namespace
}  // namespace depeche::editor
