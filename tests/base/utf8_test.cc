#include "base/utf8.h"

#include "doctest/doctest.h"

namespace depeche {
namespace {

TEST_CASE("decode_utf8 accepts exactly the well-formed sequences") {
  struct Row {
    std::string_view bytes;
    char32_t code_point;
    std::uint32_t size;
    bool valid;
  };
  const Row rows[] = {
      {"a", U'a', 1, true},
      {"\xC3\xA9", U'é', 2, true},
      {"\xE2\x80\xAF", 0x202F, 3, true},
      {"\xF0\x9F\x87\xAB", 0x1F1EB, 4, true},
      {"\xC0\xAF", kReplacementCharacter, 1, false},          // overlong
      {"\xED\xA0\x80", kReplacementCharacter, 1, false},      // surrogate
      {"\xF4\x90\x80\x80", kReplacementCharacter, 1, false},  // past U+10FFFF
      {"\xE2\x80", kReplacementCharacter, 1, false},          // cut
      {"\x80", kReplacementCharacter, 1, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    const Decoded decoded = decode_utf8(row.bytes, 0);
    CHECK(decoded.code_point == row.code_point);
    CHECK(decoded.size == row.size);
    CHECK(decoded.valid == row.valid);
  }
}

TEST_CASE("scrub_utf8 replaces each maximal subpart once") {
  CHECK(scrub_utf8("é\xE2\x80") == "é\xEF\xBF\xBD");
  CHECK(scrub_utf8("\xF0\x80\x80") == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(scrub_utf8("propre") == "propre");
}

TEST_CASE("boundaries and UTF-16 offsets agree going forth and back") {
  const std::string_view text = "aé\xF0\x9F\x87\xAB!\x80z";
  std::size_t offset = 0;
  while (offset < text.size()) {
    const std::size_t next = next_code_point(text, offset);
    CHECK(is_code_point_boundary(text, next));
    CHECK(previous_code_point(text, next) == offset);
    const auto here = static_cast<Offset>(offset);
    CHECK(from_utf16(text, to_utf16(text, here)) == here);
    offset = next;
  }
  CHECK(!is_code_point_boundary(text, 2));
  CHECK(static_cast<unsigned>(to_utf16(text, 7)) == 4);
}

TEST_CASE("append_utf8 writes what decode_utf8 reads, over all of Unicode") {
  for (char32_t code_point = 0; code_point <= 0x10FFFF; code_point += code_point < 0x3000 ? 1 : 61) {
    std::string text;
    append_utf8(text, code_point);
    const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
    const Decoded decoded = decode_utf8(text, 0);
    CHECK(decoded.code_point == (surrogate ? kReplacementCharacter : code_point));
    CHECK(decoded.size == text.size());
  }
}

}  // namespace
}  // namespace depeche
