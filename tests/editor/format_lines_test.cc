#include "editor/format_lines.h"

#include "doctest/doctest.h"
#include "tests/editor/notation.h"

namespace depeche::editor {
namespace {

TEST_CASE("headings come and go") {
  check_rows(
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
  check_rows(
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
  check_rows(
      {
          {"^un\ndeux\ntrois|", "1. ^un\n2. deux\n3. trois|"},
          {"^- un\n  - a\n  - b\n- deux\n  - c|", "^1. un\n  1. a\n  2. b\n2. deux\n  1. c|"},
          {"^1. un\n2. deux|", "^un\ndeux|"},
          {"- [ ] fa|it", "1. [ ] fa|it"},
      },
      [](const EditorState& state) { return toggle_list(state, ListKind::kOrdered); });
}

TEST_CASE("quotes come and go") {
  check_rows(
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

}  // namespace
}  // namespace depeche::editor
