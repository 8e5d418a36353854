#include "editor/format_marks.h"

#include "doctest/doctest.h"
#include "editor/insert_block.h"
#include "tests/editor/notation.h"

namespace depeche::editor {
namespace {

TEST_CASE("marks come around text and go") {
  check_rows(
      {
          {"un m|ot", "un ~~m|ot~~"},
          {"un mot|", "un ~~mot|~~"},
          {"un |", "un ~~|~~"},
          {"un ^mot | fin", "un ~~^mot~~ | fin"},
          {"^un\n\ndeux|", "~~^un~~\n\n~~deux|~~"},
      },
      [](const EditorState& state) { return wrap_text(state, "~~"); });
  check_rows({{"un ~~m|ot~~", "un m|ot"}}, [](const EditorState& state) {
    return unwrap_text(state, {3, 10}, {5, 8});
  });
}

TEST_CASE("code is a span within a line, a block over several") {
  check_rows(
      {
          {"un m|ot", "un `m|ot`"},
          {"^un\ndeux|\n", "```\n^un\ndeux|\n```\n"},
      },
      make_code);
}

TEST_CASE("a block stands by itself") {
  check_rows(
      {
          {"|", "* * *\n\n|"},
          {"un|", "un\n\n* * *\n\n|"},
          {"u|n\ndeux\n\ntrois", "un\ndeux\n\n* * *\n\n|\n\ntrois"},
          {"un\n|\ndeux", "un\n\n* * *\n\n|\ndeux"},
      },
      insert_rule);
}

}  // namespace
}  // namespace depeche::editor
