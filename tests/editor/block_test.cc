#include "editor/block.h"

#include "doctest/doctest.h"

namespace depeche::editor {
namespace {

TEST_CASE("what stands before a line's content") {
  struct Row {
    std::string_view quotes;
    std::string_view indentation;
    std::string_view marker;
    std::string_view task;
    std::string_view content;
    Marker kind;
    std::uint32_t number;
  };
  const Row rows[] = {
      {"", "", "", "", "texte", Marker::kNone, 0},
      {"", "", "", "", "", Marker::kNone, 0},
      {"", "  ", "- ", "", "un", Marker::kBullet, 0},
      {"", "\t", "*\t", "", "un", Marker::kBullet, 0},
      {"> > ", "", "+ ", "", "un", Marker::kBullet, 0},
      {">", "", "", "", "un", Marker::kNone, 0},
      {"  > ", " ", "12. ", "", "un", Marker::kOrdered, 12},
      {"", "", "1) ", "[x] ", "fait", Marker::kOrdered, 1},
      {"", "", "- ", "[ ] ", "", Marker::kBullet, 0},
      {"", "", "### ", "", "[ ] titre", Marker::kHeading, 3},
      {"", "    ", "", "", "> code", Marker::kNone, 0},
      {"", "", "", "", "#hashtag", Marker::kNone, 0},
      {"", "", "", "", "####### sept", Marker::kNone, 0},
      {"", "", "", "", "-", Marker::kNone, 0},
      {"", "", "", "", "- - -", Marker::kNone, 0},
      {"", "", "", "", "1.un", Marker::kNone, 0},
      {"", "", "", "", "9999999999. un", Marker::kNone, 0},
  };
  for (const Row& row : rows) {
    std::string line;
    for (const std::string_view part : {row.quotes, row.indentation, row.marker, row.task, row.content})
      line += part;
    CAPTURE(line);
    const LinePrefix prefix = parse_prefix(line);
    CHECK(prefix.quotes.of(line) == row.quotes);
    CHECK(prefix.indentation.of(line) == row.indentation);
    CHECK(prefix.marker_span.of(line) == row.marker);
    CHECK(prefix.task.of(line) == row.task);
    CHECK(line.substr(prefix.end()) == row.content);
    CHECK(prefix.marker == row.kind);
    CHECK(prefix.number == row.number);
  }
}

TEST_CASE("the blocks that a selection touches") {
  const Text text("# Titre\nun\ndeux\n\n- a\n  suite\n- b\n> cité\n");
  struct Row {
    Span selection;
    std::vector<std::string_view> blocks;
  };
  const Row rows[] = {
      {{0, 0}, {"Titre"}},
      {{12, 12}, {"un\ndeux"}},
      {{16, 16}, {}},  // the blank line
      {{25, 25}, {"a\n  suite"}},
      {{4, 31}, {"Titre", "un\ndeux", "a\n  suite", "b"}},
      {{34, 36}, {"cité"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.selection.begin);
    std::vector<std::string_view> blocks;
    for (const Block& block : selected_blocks(text, row.selection))
      blocks.push_back(text.bytes(block.content));
    CHECK(blocks == row.blocks);
  }
}

}  // namespace
}  // namespace depeche::editor
