#include "base/encoding.h"

#include "base/utf8.h"
#include "doctest/doctest.h"

namespace depeche {
namespace {

using namespace std::string_literals;

TEST_CASE("Windows-1252") {
  CHECK(windows_1252_character('a') == U'a');
  CHECK(windows_1252_character(0x80) == U'\u20AC');
  CHECK(windows_1252_character(0x81) == 0);
  CHECK(windows_1252_character(0xE9) == U'\u00E9');
  CHECK(with_windows_1252("caf\xE9 \x80\x81 \u00E9") == "caf\u00E9 \u20AC\uFFFD \u00E9");
}

TEST_CASE("UTF-16 with a mark") {
  CHECK(text_of_utf16("\xFF\xFE\xE9\0a\0"s) == "\u00E9a");
  CHECK(text_of_utf16("\xFE\xFF\0\xE9\0a"s) == "\u00E9a");
  CHECK(text_of_utf16("\xFF\xFE\x3D\xD8\x4D\xDC"s) == "\U0001F44D");
  CHECK(text_of_utf16("\xFF\xFE"s) == "");
  for (const std::string& bytes : {""s, "a\0"s, "\xFF\xFE\xE9"s, "\xFF\xFE\0\0"s, "\xFF\xFE\x3D\xD8"s,
                                   "\xFF\xFE\x3D\xD8\x41\0"s, "\xFF\xFE\x4D\xDC"s}) {
    CAPTURE(bytes.size());
    CHECK_FALSE(text_of_utf16(bytes));
  }
}

}  // namespace
}  // namespace depeche
