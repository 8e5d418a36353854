#include "editor/format_link.h"

#include "doctest/doctest.h"
#include "tests/editor/notation.h"

namespace depeche::editor {
namespace {

TEST_CASE("links and images as Markdown") {
  CHECK(link_markdown("https://exemple.fr/", "ici") == "[ici](https://exemple.fr/)");
  CHECK(link_markdown("https://exemple.fr/a_b", "") == "[https://exemple.fr/a_b](https://exemple.fr/a_b)");
  CHECK(link_markdown("/x", "**le** [1]") == "[**le** [1]](/x)");
  CHECK(link_markdown("/x", "a] \\[b [c\nd") == "[a\\] \\[b \\[c d](/x)");
  CHECK(link_markdown("/a b(c)\n<d>\\", "x") == "[x](/a%20b%28c%29%0A%3Cd%3E%5C)");
  CHECK(image_markdown("/uploads/a.png", "Le plan", "") == "![Le plan](/uploads/a.png)");
  CHECK(image_markdown("/a.png", "Le plan", "Plan \"A\"") == "![Le plan](/a.png \"Plan \\\"A\\\"\")");
}

TEST_CASE("a link comes in the place of text") {
  const EditorState state = state_of("voir ^ici|.");
  CHECK(notation_after(state, insert_link(state, {5, 8}, "/x", "ici")) == "voir [ici](/x)|.");
  CHECK_FALSE(insert_link(state_of("^un\n\ndeux|"), {0, 8}, "/x", "a"));
}

TEST_CASE("a link is changed in its place and taken back") {
  struct Row {
    std::string_view before;
    LinkParts parts;
    std::string_view changed;
    std::string_view removed;
  };
  const Row rows[] = {
      {"a [b|](/c)", {{2, 9}, {3, 4}, {6, 8}}, "a [B|](/C)", "a b|"},
      {"a [b|](/c \"t\"){: target=\"_blank\"}.",
       {{2, 13}, {3, 4}, {6, 8}},
       "a [B|](/C \"t\"){: target=\"_blank\"}.",
       "a b|."},
      {"<http://b|>", {{0, 10}, {1, 9}, {1, 9}}, "[B](/C)|", "http://b|"},
      {"[b|][c]", {{0, 6}, {1, 2}, {}}, "[B](/C)|", "b|"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.before);
    const EditorState state = state_of(row.before);
    CHECK(notation_after(state, change_link(state, row.parts, "/C", "B")) == row.changed);
    CHECK(notation_after(state, remove_link(state, row.parts)) == row.removed);
  }
  const EditorState state = state_of("[b|](/c)");
  CHECK_FALSE(change_link(state, {{0, 7}, {1, 2}, {4, 6}}, "/c", "b"));
}

}  // namespace
}  // namespace depeche::editor
