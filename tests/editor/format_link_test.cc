#include "editor/format_link.h"

#include "doctest/doctest.h"
#include "tests/editor/notation.h"

namespace depeche::editor {
namespace {

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

}  // namespace
}  // namespace depeche::editor
