#include "share/base64url.h"

#include <random>

#include "doctest/doctest.h"

namespace depeche::share {
namespace {

TEST_CASE("base64url: the examples of RFC 4648, section 10, unpadded") {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"", ""},           {"f", "Zg"},          {"fo", "Zm8"},          {"foo", "Zm9v"},
      {"foob", "Zm9vYg"}, {"fooba", "Zm9vYmE"}, {"foobar", "Zm9vYmFy"}, {"\xFB\xFF\xBF", "-_-_"},
  };
  for (const auto& [bytes, characters] : rows) {
    CHECK(encode_base64url(bytes) == characters);
    CHECK(decode_base64url(characters) == std::string(bytes));
  }
}

TEST_CASE("base64url: what is not encoded text") {
  for (const char* characters : {"A", "AAAAA", "AA=", "AA==", "A+", "A/", "A A", "é0"})
    CHECK(decode_base64url(characters) == std::nullopt);
}

TEST_CASE("base64url: any bytes come back") {
  std::mt19937 random(7);
  for (std::size_t size = 0; size < 200; ++size) {
    std::string bytes;
    for (std::size_t i = 0; i < size; ++i) bytes.push_back(static_cast<char>(random() & 0xFF));
    CHECK(decode_base64url(encode_base64url(bytes)) == bytes);
  }
}

TEST_CASE("numbers are digits of base 64") {
  CHECK(encode_number(0, 4) == "AAAA");
  CHECK(encode_number(1 + 64 * 63, 4) == "AA_B");
  CHECK(decode_number("AA_B") == 1 + 64 * 63);
  CHECK(decode_number(encode_number(0xCBF43926, 6)) == 0xCBF43926);
  CHECK(decode_number("AA.B") == std::nullopt);
}

}  // namespace
}  // namespace depeche::share
