// UAX #9: Unicode's own tests, and a few rows to be read.
#include "layout/bidi.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>

#include "doctest/doctest.h"

namespace depeche::layout {
namespace {

std::vector<std::string> fields(const std::string& row, char separator) {
  std::vector<std::string> result;
  std::istringstream stream(row);
  for (std::string field; std::getline(stream, field, separator);) result.push_back(field);
  return result;
}

// Without what rule X9 removes, which the file leaves out; the rest as it is there.
std::string levels_in_words(std::span<const BidiLevel> levels, const std::vector<std::string>& expected) {
  std::string result;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    if (i > 0) result += ' ';
    result += i < expected.size() && expected[i] == "x" ? "x" : std::to_string(levels[i]);
  }
  return result;
}

TEST_CASE("Unicode's own tests of directions") {
  std::ifstream stream(std::string(DEPECHE_UNICODE_DATA) + "/BidiCharacterTest.txt");
  if (!stream) MESSAGE("skipped: the Unicode Character Database could not be had");
  for (std::string row; std::getline(stream, row);) {
    const std::vector<std::string> columns = fields(row, ';');
    if (row.empty() || row.front() == '#' || columns.size() < 4) continue;
    std::u32string text;
    for (const std::string& code_point : fields(columns[0], ' '))
      text.push_back(static_cast<char32_t>(std::stoul(code_point, nullptr, 16)));
    const BidiLevel base = columns[1] == "2" ? paragraph_level(text) : columns[1] == "1" ? 1 : 0;
    CAPTURE(row);
    REQUIRE(std::to_string(base) == columns[2]);
    const std::vector<BidiLevel> levels = bidi_levels(text, base);
    REQUIRE(levels_in_words(levels, fields(columns[3], ' ')) == columns[3]);
    REQUIRE((std::all_of(levels.begin(), levels.end(), [](BidiLevel level) { return level == 0; }) ||
             std::any_of(text.begin(), text.end(), may_turn) || base == 1));
  }
}

TEST_CASE("levels are put in order from left to right") {
  using Levels = std::vector<BidiLevel>;
  using Order = std::vector<std::uint32_t>;
  CHECK(visual_order(Levels{}) == Order{});
  CHECK(visual_order(Levels{0, 0}) == Order{0, 1});
  CHECK(visual_order(Levels{0, 1, 1, 0}) == Order{0, 2, 1, 3});
  CHECK(visual_order(Levels{1, 2, 2, 1}) == Order{3, 1, 2, 0});
}

TEST_CASE("brackets are mirrored, letters are not") {
  CHECK(mirrored(U'(') == U')');
  CHECK(mirrored(U'»') == U'«');
  CHECK(mirrored(U'a') == U'a');
}

TEST_CASE("directions of a hostile text take bounded time") {
  std::u32string nested;
  for (int i = 0; i < 20'000; ++i) nested += U"\u2068([\u202Bא1";
  CHECK(bidi_levels(nested, 0).size() == nested.size());
}

}  // namespace
}  // namespace depeche::layout
