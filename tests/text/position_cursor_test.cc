#include "text/position_cursor.h"

#include <random>
#include <string>

#include "doctest/doctest.h"

namespace depeche {
namespace {

TEST_CASE("a cursor tells the same positions as the text, in any order") {
  std::mt19937 random(5);
  for (int round = 0; round < 200; ++round) {
    std::string bytes;
    for (std::size_t i = random() % 60; i > 0; --i) {
      constexpr const char* kPieces[] = {"a",        "é",   "\n", "\r\n", "\r", "\xF0\x9F\x87\xAB",
                                         "\xE2\x80", "\xFF"};
      bytes += kPieces[random() % 8];
    }
    const Text text(bytes);
    PositionCursor cursor(text);
    for (int i = 0; i < 100; ++i) {
      const auto offset = static_cast<Offset>(random() % (bytes.size() + 1));
      CAPTURE(bytes);
      CAPTURE(offset);
      CHECK(cursor.at(offset) == text.position(offset));
    }
  }
}

}  // namespace
}  // namespace depeche
