// The fuzz target of the whole core, for libFuzzer. The cases of the project are its seeds:
//
//   cmake --preset fuzz && cmake --build --preset fuzz --target core_fuzz
//   mkdir -p build/fuzz/corpus
//   build/fuzz/tests/fuzz/core_fuzz -max_len=4096 -entropic=0 -max_total_time=60 build/fuzz/corpus
//   tests/cases
//
// Entropic scheduling costs more than the core itself does.
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
