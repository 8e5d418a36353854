// What the core promises of any bytes, checked on one input. The fuzz target and the test that mutates the
// cases both stand on this.
#pragma once

#include <string>
#include <string_view>

namespace depeche::fuzz {

// The first promise that `input` breaks, in words; empty when all hold. The first byte picks the dialect, the
// rest is the document.
std::string broken_promise(std::string_view input);

}  // namespace depeche::fuzz
