#include "platform/field_window.h"

#include <random>

#include "base/utf8.h"
#include "doctest/doctest.h"
#include "tests/platform/field_change.h"
#include "text/change.h"
#include "text/grapheme.h"

namespace depeche::platform {
namespace {

TEST_CASE("what the field shows, and where the selection lies in it") {
  struct Row {
    const char* name;
    std::string bytes;
    Offset base;
    Selection selection;
    std::string shown;
    std::uint32_t anchor, head;
  };
  const Row rows[] = {
      {"ASCII", "abc", 0, {1, 3}, "abc", 1, 3},
      {"a window in the document", "abc", 100, {101, 101}, "abc", 1, 1},
      {"accents are one unit", "été", 0, {2, 5}, "été", 1, 3},
      {"emoji are two", "a😀b", 0, {5, 6}, "a😀b", 3, 4},
      {"CRLF is one line end", "a\r\nb", 0, {3, 4}, "a\nb", 2, 3},
      {"a lone CR is one too", "a\rb", 0, {2, 2}, "a\nb", 2, 2},
      {"malformed bytes, one unit each", "a\xFF\xC3z", 0, {3, 4}, "a\uFFFD\uFFFDz", 3, 4},
      {"a selection beyond both edges", "abc", 10, {0, 99}, "abc", 0, 3},
      {"nothing", "", 7, {7, 7}, "", 0, 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const FieldWindow window(row.bytes, row.base, row.selection);
    CHECK(window.shown() == row.shown);
    CHECK(window.anchor() == Utf16Offset{row.anchor});
    CHECK(window.head() == Utf16Offset{row.head});
  }
}

TEST_CASE("a change of the field is an edit of the document's bytes") {
  struct Row {
    const char* name;
    std::string bytes;
    Offset base;
    Selection selection;
    FieldChange change;
    Span replaced;
    Selection after;
  };
  const Row rows[] = {
      {"a letter typed", "ab", 0, {1, 1}, field_change(1, 1, "é", 2, 2), {1, 1}, {3, 3}},
      {"in a window", "ab", 50, {51, 51}, field_change(1, 1, "x", 2, 2), {51, 51}, {52, 52}},
      {"a dead key's accent replaces its mark",
       "e^",
       0,
       {2, 2},
       field_change(1, 2, "ê", 2, 2, true),
       {1, 2},
       {3, 3}},
      {"an emoji deleted", "a😀b", 0, {5, 5}, field_change(1, 3, "", 1, 1), {1, 5}, {1, 1}},
      {"a line joined over CRLF", "a\r\nb", 0, {3, 3}, field_change(1, 2, "", 1, 1), {1, 3}, {1, 1}},
      {"behind CRLF", "a\r\nb", 0, {4, 4}, field_change(3, 3, "c", 4, 4), {4, 4}, {5, 5}},
      {"a malformed byte replaced", "\xFFz", 0, {0, 1}, field_change(0, 1, "y", 1, 1), {0, 1}, {1, 1}},
      {"selection inside what came in", "ab", 0, {1, 1}, field_change(1, 1, "été", 2, 3), {1, 1}, {3, 4}},
      {"only the selection moved", "été", 0, {0, 0}, field_change(2, 2, "", 1, 2), {3, 3}, {2, 3}},
      {"all was selected, far beyond the window",
       "abc",
       10,
       {0, 99},
       field_change(0, 3, "x", 1, 1),
       {0, 99},
       {1, 1}},
      {"units past the end", "ab", 0, {2, 2}, field_change(9, 9, "x", 10, 10), {2, 2}, {3, 3}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    FieldWindow window(row.bytes, row.base, row.selection);
    const ui::FieldEdit edit = window.edit(row.change);
    CHECK(edit.replaced == row.replaced);
    CHECK(edit.text == row.change.text);
    CHECK(edit.selection == row.after);
    CHECK(edit.composing == row.change.composing);
  }
}

TEST_CASE("a window is cut between characters as people see them") {
  struct Row {
    const char* name;
    std::string character;
  };
  const Row rows[] = {{"an end of line", "\r\n"},
                      {"a letter and its mark", "e\u0301"},
                      {"an emoji of several", "👩‍👩‍👧"},
                      {"a flag", "🇫🇷"}};
  for (const Row& row : rows) {
    const std::string near(300, 'a');
    // Each byte of the character comes to lie 512 bytes before and behind the caret.
    for (std::size_t fill = 212 - row.character.size(); fill <= 212; ++fill) {
      const std::string text =
          row.character + std::string(fill, 'b') + near + near + std::string(fill, 'b') + row.character;
      const auto caret = static_cast<Offset>(text.size() / 2);
      const std::string padded = std::string(50, 'c') + text + std::string(50, 'c');
      CAPTURE(row.name);
      CAPTURE(fill);
      FieldWindow window(Text(padded), Selection::caret(caret + 50));
      const std::uint32_t all =
          static_cast<std::uint32_t>(to_utf16(window.shown(), static_cast<Offset>(window.shown().size())));
      const ui::FieldEdit edit = window.edit(field_change(0, all, "", 0, 0));
      CHECK(is_grapheme_boundary(padded, edit.replaced.begin));
      CHECK(is_grapheme_boundary(padded, edit.replaced.end));
      CHECK(edit.replaced.begin <= caret + 50 - 512);
      CHECK(edit.replaced.end >= caret + 50 + 512);
    }
  }
}

TEST_CASE("marks heaped up without end do not make the window longer without end") {
  std::string text = "a";
  for (int i = 0; i < 10'000; ++i) text += "\u0301";
  CHECK(FieldWindow(Text(text), Selection::caret(10'001)).shown().size() < 1400);
}

TEST_CASE("the window stays while it is true and reaches around the caret") {
  const std::string line(100, 'a');
  std::string bytes;
  for (int i = 0; i < 100; ++i) bytes += line + '\n';
  const Text document(bytes);
  const auto shown_at = [&](Offset caret) { return FieldWindow(document, Selection::caret(caret)); };
  const auto changed = [&](Offset at, std::string_view inserted) {
    return Change::of(document.size(), {{{at, at}, std::string(inserted)}})->apply(document);
  };
  FieldWindow typed = shown_at(5000);
  typed.edit(field_change(512, 512, "b", 513, 513));

  struct Row {
    const char* name;
    FieldWindow window;
    Text document;
    Offset caret;
    bool stays;
  };
  const Row rows[] = {
      {"nothing has changed", shown_at(5000), document, 5000, true},
      {"the caret has moved in it", shown_at(5000), document, 5300, true},
      {"the caret is near its end", shown_at(5000), document, 5400, false},
      {"the caret is near its beginning", shown_at(5000), document, 4600, false},
      {"the caret is outside", shown_at(5000), document, 100, false},
      {"a letter was typed in the field", typed, changed(5000, "b"), 5001, true},
      {"the program wrote another", typed, changed(5000, "c"), 5001, false},
      {"the program wrote before it", shown_at(5000), changed(0, "c"), 5001, false},
      {"the program wrote behind it", shown_at(5000), changed(9000, "c"), 5000, true},
      {"at the document's beginning", shown_at(0), document, 10, true},
      {"at the document's end", shown_at(10100), document, 10090, true},
      {"another, shorter document", shown_at(5000), Text("abc"), 1, false},
      {"no window yet", FieldWindow(), document, 0, false},
      {"of an empty document", FieldWindow(Text(), Selection::caret(0)), Text(), 0, true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const FieldWindow next = row.window.follow(row.document, Selection::caret(row.caret));
    if (row.stays) {
      CHECK(next.shown() == row.window.shown());
    } else {
      CHECK(next == FieldWindow(row.document, Selection::caret(row.caret)));
    }
  }
}

TEST_CASE("a window that has grown by typing is cut at last") {
  Text document(std::string(300, 'a'));
  FieldWindow window(document, Selection::caret(150));
  std::size_t longest = 0;
  for (Offset typed = 0; typed < 10'000; ++typed) {
    const auto at = static_cast<std::uint32_t>(window.head());
    window.edit(field_change(at, at, "b", at + 1, at + 1));
    document = Change::of(document.size(), {{{150 + typed, 150 + typed}, "b"}})->apply(document);
    window = window.follow(document, Selection::caret(151 + typed));
    longest = std::max(longest, window.shown().size());
  }
  CHECK(longest < 3000);
}

// A second change may come before the window is set anew: it must land as if it had been.
TEST_CASE("changes one after the other equal a window set anew between them") {
  std::mt19937 random(20240229);
  const std::string pieces[] = {"a", "é", "😀", "\r\n", "\n", "\xFF", "œuvre ", "—"};
  const auto text_of = [&](int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += pieces[random() % std::size(pieces)];
    return text;
  };
  for (int run = 0; run < 500; ++run) {
    std::string document = text_of(12);
    FieldWindow kept(document, 0, Selection::caret(0));
    for (int step = 0; step < 8; ++step) {
      const FieldWindow anew(document, 0, Selection::caret(0));
      REQUIRE(kept.shown() == anew.shown());
      const auto units =
          static_cast<std::uint32_t>(to_utf16(anew.shown(), static_cast<Offset>(anew.shown().size())));
      const std::uint32_t begin = static_cast<std::uint32_t>(random()) % (units + 1);
      const std::uint32_t end = begin + static_cast<std::uint32_t>(random()) % (units - begin + 1);
      const FieldChange change =
          field_change(begin, end, text_of(static_cast<int>(random() % 3)), begin, begin);
      const ui::FieldEdit edit = kept.edit(change);
      REQUIRE(edit.replaced.end <= document.size());
      document.replace(edit.replaced.begin, edit.replaced.size(), edit.text);
    }
  }
}

}  // namespace
}  // namespace depeche::platform
