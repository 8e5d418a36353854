#include "share/checksum.h"

#include "doctest/doctest.h"

namespace depeche::share {
namespace {

TEST_CASE("crc32 gives the check value of its definition, and continues") {
  CHECK(crc32("") == 0);
  CHECK(crc32("123456789") == 0xCBF43926);
  CHECK(crc32("6789", crc32("12345")) == 0xCBF43926);
}

}  // namespace
}  // namespace depeche::share
