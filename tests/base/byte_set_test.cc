#include "base/byte_set.h"

#include <string>

#include "doctest/doctest.h"

namespace depeche {
namespace {

TEST_CASE("a byte set finds its next byte, or the end") {
  constexpr ByteSet set("*<");
  CHECK(set.next_in("a*b<", 0) == 1);
  CHECK(set.next_in("a*b<", 2) == 3);
  CHECK(set.next_in("abc", 0) == 3);
  CHECK(set.next_in("", 0) == 0);
}

TEST_CASE("a byte set holds any byte, NUL and those past ASCII among them") {
  ByteSet set;
  set.insert('\0');
  set.insert('\xFF');
  for (int byte = 0; byte < 256; ++byte) {
    CHECK(set.contains(static_cast<char>(byte)) == (byte == 0 || byte == 0xFF));
  }
}

}  // namespace
}  // namespace depeche
