#include "app/document_id.h"

#include <string_view>

namespace depeche::app {
namespace {

// SplitMix64 (Steele, Lea, Flood 2014): a step, then a mix that leads no two states to the same number.
std::uint64_t draw(std::uint64_t& state) {
  state += 0x9E3779B97F4A7C15U;
  std::uint64_t mixed = state;
  mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9U;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBU;
  return mixed ^ (mixed >> 31);
}

}  // namespace

DocumentId DocumentIds::next() {
  constexpr std::string_view kDigits = "0123456789abcdef";
  DocumentId id;
  for (std::uint64_t& half : state_) {
    const std::uint64_t bits = draw(half);
    for (int shift = 60; shift >= 0; shift -= 4) id.text += kDigits[(bits >> shift) & 0xF];
  }
  return id;
}

}  // namespace depeche::app
