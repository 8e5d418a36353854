// Texts that drive careless parsers to the square of their size, or off their stack.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace depeche::fuzz {

struct Pathological {
  std::string_view name;
  // About `size` bytes of it.
  std::string (*text)(std::size_t size);
};

const std::vector<Pathological>& pathological_texts();

}  // namespace depeche::fuzz
