// The rules on the file.
#include "doctest/doctest.h"
#include "tests/rules/rows.h"

namespace depeche::rules {
namespace {

TEST_CASE("text/not-utf8") {
  check_rows({"text/not-utf8"},
             {
                 {"caf\u00E9 \u20AC \U0001F44D"},
                 {"caf\xE9 \x80", {"text/not-utf8: \xE9"}, "caf\u00E9 \u20AC"},
                 {"\u00E9t\xE9\xE9", {"text/not-utf8: \xE9"}, "\u00E9t\u00E9\u00E9"},  // both in one file
                 {"a\x81", {"text/not-utf8: \x81"}},                        // no character of Windows-1252
                 {std::string("\xFF\xFEx\0", 4), {"text/not-utf8: \xFF"}},  // UTF-16
             });
}

}  // namespace
}  // namespace depeche::rules
