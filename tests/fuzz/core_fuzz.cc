// The fuzz target of the whole core, for libFuzzer: preset `fuzz`, then build/fuzz/tests/fuzz/core_fuzz
// CORPUS.
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "tests/fuzz/promises.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string broken = depeche::fuzz::broken_promise({reinterpret_cast<const char*>(data), size});
  if (broken.empty()) return 0;
  std::fprintf(stderr, "broken promise: %s\n", broken.c_str());
  std::abort();
}
