#include "editor/typing.h"

#include "base/utf8.h"
#include "doctest/doctest.h"
#include "tests/editor/notation.h"

namespace depeche::editor {
namespace {

std::optional<Transaction> enter(const EditorState& state) {
  return break_line(state, TextKind::kMarkdown);
}

std::optional<Transaction> backspace(const EditorState& state) {
  return erase_backward(state, TextKind::kMarkdown);
}

// Each sign of `text`, one after the other, as a keyboard sends them.
std::string after_typing(std::string_view notation, std::string_view text,
                         TextKind kind = TextKind::kMarkdown) {
  EditorState state = state_of(notation);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = next_code_point(text, at);
    const Span span = state.selection.span();
    const auto caret = static_cast<Offset>(span.begin + end - at);
    const auto typed = type_text(state, span, text.substr(at, end - at), Selection::caret(caret), kind);
    if (typed) state = apply(state, *typed);
    at = end;
  }
  return notation_of(state);
}

TEST_CASE("Enter goes on with lists and quotes, and leaves them") {
  check_rows(
      {
          {"un|deux", "un\n|deux"},
          {"un\r\ndeux|", "un\r\ndeux\r\n|"},
          {"u^n\nde|ux", "u\n|ux"},
          {"# Titre|", "# Titre\n|"},

          {"- un|", "- un\n- |"},
          {"* un|", "* un\n* |"},
          {"+   un|", "+   un\n+   |"},
          {"- un| deux", "- un\n- |deux"},
          {"- un |deux", "- un \n- |deux"},
          {"  - un|", "  - un\n  - |"},
          {"9. un|", "9. un\n10. |"},
          {"3) un|", "3) un\n4) |"},
          {"- [x] fait|", "- [x] fait\n- [ ] |"},
          {"- ^un|", "- \n- |"},
          {"- un\r\n- deux|", "- un\r\n- deux\r\n- |"},
          {"  suite|", "  suite\n  |"},  // the second line of an item
          {"|- un", "\n|- un"},          // before the marker
          {"-| un", "-\n| un"},
          {"---|", "---\n|"},  // these are no items
          {"* * *|", "* * *\n|"},
          {"-un|", "-un\n|"},
          {"2019.|", "2019.\n|"},
          {"1234567890. un|", "1234567890. un\n|"},
          {"**gras** |", "**gras** \n|"},

          {"- un\n- |", "- un\n\n|"},  // an empty item leaves the list, a blank line between
          {"- un\n\n- |", "- un\n\n|"},
          {"- |", "|"},
          {"1. |", "|"},
          {"- un\n  - deux\n  - |", "- un\n  - deux\n- |"},  // or goes up to the list around
          {"1. un\n   - deux\n\n   - |", "1. un\n   - deux\n\n2. |"},
          {"  - |", "|"},
          {"> - un\n> - |", "> - un\n>\n> |"},
          {"- un\n- |\n- trois", "- un\n\n|\n- trois"},

          {"> un|", "> un\n> |"},
          {">un|", ">un\n>|"},
          {"> > un|", "> > un\n> > |"},
          {"> un\n> |", "> un\n> \n> |"},
          {"> un\n>\n> |", "> un\n\n|"},  // the second empty line leaves the quote
          {"> > un\n> >\n> > |", "> > un\n>\n> |"},
          {"> - un|", "> - un\n> - |"},
          {"> |", "> \n> |"},

          {"   |", "   \n|"},
      },
      enter);
}

TEST_CASE("Enter keeps the numbers of a list in order") {
  check_rows(
      {
          {"1. un|\n2. deux\n3. trois", "1. un\n2. |\n3. deux\n4. trois"},
          {"{: start=\"3\"}\n4. un|\n5. deux", "{: start=\"3\"}\n3. un\n4. |\n5. deux"},
          {"Texte\n\n{:.a start=\"3\"}\n3. un|", "Texte\n\n{:.a start=\"3\"}\n3. un\n4. |"},
          {"Texte\n{: start=\"3\"}\n\n1. un|", "Texte\n{: start=\"3\"}\n\n1. un\n2. |"},  // the text's own
          {"- a\n\n  {: start=\"2\"}\n  3. |b", "- a\n\n  {: start=\"2\"}\n  2. \n  3. |b"},
          {"1. un|\n   suite\n2. deux", "1. un\n2. |\n   suite\n3. deux"},
          {"1. un|\n   - a\n\n2. deux", "1. un\n2. |\n   - a\n\n3. deux"},
          {"9. neuf|\n10. dix", "9. neuf\n10. |\n11. dix"},
          {"1. un\n1. deux|\n1. trois", "1. un\n1. deux\n1. |\n1. trois"},  // numbered alike, as some do
          {"1. un|\n\nTexte\n\n1. autre", "1. un\n2. |\n\nTexte\n\n1. autre"},
          {"> 1. un|\n> 2. deux", "> 1. un\n> 2. |\n> 3. deux"},
      },
      enter);
}

TEST_CASE("Enter in code and in the front matter") {
  check_rows(
      {
          {"    - un|", "    - un\n    |"},
          {"- un|", "- un\n|"},
          {"x|y", "x\n|y"},
          {"> \tun|", "> \tun\n> \t|"},
      },
      [](const EditorState& state) { return break_line(state, TextKind::kCode); });
  check_rows(
      {
          {"tags:\n- État|", "tags:\n- État\n- |"},
          {"tags:\n- État\n- |\nx: y", "tags:\n- État\n|\nx: y"},
      },
      [](const EditorState& state) { return break_line(state, TextKind::kYaml); });
}

TEST_CASE("Backspace at the start of a marked line takes the mark") {
  check_rows(
      {
          {"- |un", "|un"},
          {"- un\n- |deux", "- un\n\n|deux"},
          {"- un\n- |deux\n- trois", "- un\n\n|deux\n\n- trois"},
          {"- un\n  - |deux", "- un\n- |deux"},
          {"1. un\n   1. |deux\n2. trois", "1. un\n2. |deux\n3. trois"},
          {"- [x] |fait", "|fait"},
          {"## |Titre", "|Titre"},
          {"> |un", "|un"},
          {"> > |un", "> |un"},
          {"> - |un", "> |un"},
          {"- u|n", "- |n"},
          {"-| un", "| un"},
          {"- ^un|", "- |"},
          {"un\n|deux", "un|deux"},
          {"(|)", "|"},
          {"« | »", "«| »"},  // plain spaces: not an automatic pair
          {"\u00AB\u00A0|\u00A0\u00BB", "|"},
      },
      backspace);
  CHECK(notation_after(state_of("- |un"), erase_backward(state_of("- |un"), TextKind::kCode)) == "-|un");
  CHECK(notation_after(state_of("- |un"), erase_backward(state_of("- |un"), TextKind::kYaml)) == "-|un");
}

TEST_CASE("Tab and Shift+Tab move items in and out") {
  check_rows(
      {
          {"- un\n- d|eux", "- un\n  - d|eux"},
          {"1. un\n2. d|eux\n3. trois", "1. un\n   1. d|eux\n2. trois"},
          {"- un\n  - a\n- |b", "- un\n  - a\n  - |b"},
          {"1. un\n   1. a\n2. |b", "1. un\n   1. a\n   2. |b"},
          {"- un\n- d|eux\n  - a\n  suite\n- trois", "- un\n  - d|eux\n    - a\n    suite\n- trois"},
          {"- un\n^- deux\n- trois|", "- un\n  ^- deux\n  - trois|"},
          {"> - un\n> - |deux", "> - un\n>   - |deux"},
          {"- |un", "- |un"},  // under nothing
          {"t|exte", "t|exte"},
      },
      indent_items);
  check_rows(
      {
          {"- un\n  - d|eux", "- un\n- d|eux"},
          {"1. un\n   1. a|\n   2. b\n2. c", "1. un\n2. a|\n   1. b\n3. c"},
          {"  - |un", "- |un"},
          {"- un\n  - d|eux\n    - a", "- un\n- d|eux\n  - a"},
          {"- |un", "- |un"},
      },
      outdent_items);
}

TEST_CASE("signs come in pairs where that helps") {
  struct Row {
    std::string_view before;
    std::string_view typed;
    std::string_view after;
  };
  const Row rows[] = {
      {"un |", "(", "un (|)"},
      {"un |", "(a)", "un (a)|"},
      {"un |mot", "(", "un (|mot"},  // before a word a bracket is only a bracket
      {"un (a|", ")", "un (a)|"},
      {"(un (a|)", ")", "(un (a)|)"},
      {"|", "[a](b)", "[a](b)|"},
      {"il dit |.", "\u00AB", "il dit \u00AB\u00A0|\u00A0\u00BB."},
      {"|", "\u00ABoui\u00BB", "\u00AB\u00A0oui\u00A0\u00BB|"},
      {"|", "\u00ABoui \u00BB", "\u00AB\u00A0oui\u00A0\u00BB|"},  // a space of one's own is not doubled
      {"|", "\u00AB oui \u00BB, dit-il", "\u00AB\u00A0oui\u00A0\u00BB, dit-il|"},
      {"|", "\u00AB\u00A0oui\u00A0\u00BB", "\u00AB\u00A0oui\u00A0\u00BB|"},
      {"|mot", "\u00AB mot", "\u00AB mot|mot"},  // nothing came with it
      {"un |", "**gras** fin", "un **gras** fin|"},
      {"un |", "**", "un **|**"},
      {"un |", "***", "un ***|**"},
      {"un |", "*mot* fin", "un *mot* fin|"},
      {"|", "***", "***|"},
      {"|", "* * *", "* * *|"},
      {"3 |", "* 4", "3 * 4|"},
      {"un ^mot| fin", "*", "un *^mot|* fin"},
      {"un ^mot| fin", "**", "un **^mot|** fin"},
      {"un |mot^ fin", "(", "un (|mot^) fin"},
      {"un ^mot| fin", "\u00AB", "un \u00AB\u00A0^mot|\u00A0\u00BB fin"},
      {"un ^mot| fin", "`", "un `^mot|` fin"},
      {"^un\ndeux|", "*", "*|"},  // not over several lines
      {"l|", "'a", "l'a|"},
      {"|", "\"a\"", "\"a\"|"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.before);
    CAPTURE(row.typed);
    CHECK(after_typing(row.before, row.typed) == row.after);
  }
  CHECK(after_typing("|", "(", TextKind::kCode) == "(|");
  CHECK(after_typing("^a|", "*", TextKind::kCode) == "*|");
  CHECK(after_typing("|", "[", TextKind::kYaml) == "[|");
}

}  // namespace
}  // namespace depeche::editor
