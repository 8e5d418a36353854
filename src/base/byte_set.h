// A set of bytes, to run over text up to the next byte that means something.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace depeche {

class ByteSet {
 public:
  constexpr ByteSet() = default;
  constexpr explicit ByteSet(std::string_view bytes) {
    for (char byte : bytes) insert(byte);
  }

  constexpr void insert(char byte) { has_[static_cast<unsigned char>(byte)] = true; }
  constexpr bool contains(char byte) const { return has_[static_cast<unsigned char>(byte)]; }

  // Where the next byte of the set stands in `text`, from `from` on; text.size() if nowhere.
  constexpr std::size_t next_in(std::string_view text, std::size_t from) const {
    while (from < text.size() && !contains(text[from])) ++from;
    return from;
  }

 private:
  std::array<bool, 256> has_{};
};

}  // namespace depeche
