// UAX #14: Unicode's own tests, and a few rows to be read. In the table, ÷ marks every place where a line may
// end.
#include "layout/line_break.h"

#include "doctest/doctest.h"
#include "tests/layout/marked_breaks.h"
#include "tests/support/break_tests.h"

namespace depeche::layout {
namespace {

TEST_CASE("Unicode's own tests of line breaks") {
  for (const BreakTest& test : read_break_tests(DEPECHE_UNICODE_DATA, "LineBreakTest.txt")) {
    std::vector<bool> found;
    for (const LineBreak each : line_breaks(test.text)) found.push_back(each != LineBreak::kProhibited);
    found.push_back(true);  // the end
    CAPTURE(test.row);
    CHECK(found == test.breaks);
  }
}

TEST_CASE("a line may end where the annex lets it") {
  for (const std::string_view expected : {
           "un ÷mot ÷et ÷un ÷autre",
           "  ÷deux ÷espaces   ÷devant",
           "4\u00A0000\u202F€ ÷nets",
           "porte-÷avions ÷et ÷-1",
           "2019–÷2020 ÷puis÷—÷ou÷—÷rien",
           "(voir ÷[là]) ÷suite",
           "fin… ÷suite... ÷là",
           "12,50 ÷% ÷de ÷3.14",
           "anti\u00AD~constitution",
           "a\u2060b ÷c",
           "漢÷字",
           "e\u0301 ÷e\u0301t",
           "",
           "a",
       }) {
    CAPTURE(expected);
    CHECK(marked(without_marks(std::string(expected)), line_breaks) == expected);
  }
}

TEST_CASE("a line ends after a line feed") {
  CHECK(marked("a\nb", line_breaks) == "a\n!b");
  CHECK(marked("a\r\nb", line_breaks) == "a\r\n!b");
  CHECK(marked("\n\n", line_breaks) == "\n!\n");
}

}  // namespace
}  // namespace depeche::layout
