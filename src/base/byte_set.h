// A set of bytes, to skip text up to the next byte that means something.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace depeche {

class ByteSet {
 public:
  constexpr ByteSet() = default;
  constexpr explicit ByteSet(std::string_view bytes) {
    for (char byte : bytes) insert(byte);
  }

  constexpr void insert(char byte) { has_[static_cast<unsigned char>(byte)] = 1; }
  constexpr bool contains(char byte) const { return has(byte) != 0; }

  // The offset in `text` of the first byte of the set at or after `from`; text.size() if there is none.
  constexpr std::size_t next_in(std::string_view text, std::size_t from) const {
    // Four bytes at a time while none is in the set: a branch for each costs more than looking it up.
    while (from + 4 <= text.size() &&
           (has(text[from]) | has(text[from + 1]) | has(text[from + 2]) | has(text[from + 3])) == 0) {
      from += 4;
    }
    while (from < text.size() && !contains(text[from])) ++from;
    return from;
  }

 private:
  constexpr unsigned has(char byte) const { return has_[static_cast<unsigned char>(byte)]; }

  std::array<std::uint8_t, 256> has_{};  // 1 for a byte of the set
};

}  // namespace depeche
