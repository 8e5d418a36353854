// A class for every code point, as Unicode's data gives them: the tables of grapheme_classes.inc and the like
// (tools/make_segmentation_tables.mjs makes them).
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace depeche {

// The first code point of a range, and the class of all up to the next range.
template <typename Class>
struct ClassStart {
  constexpr ClassStart(char32_t first, Class value)
      : packed(std::uint32_t{first} << 8 | static_cast<std::uint32_t>(value)) {}
  constexpr Class value() const { return static_cast<Class>(packed & 0xFF); }

  std::uint32_t packed;
};

template <typename Class, std::size_t kCount>
class ClassTable {
 public:
  // The starts are in order, and the first is that of U+0000.
  constexpr explicit ClassTable(const ClassStart<Class> (&starts)[kCount]) : starts_(starts) {
    for (std::size_t code_point = 0, range = 0; code_point < kDirect; ++code_point) {
      if (range + 1 < kCount && starts[range + 1].packed >> 8 == code_point) ++range;
      direct_[code_point] = starts[range].value();
    }
  }

  constexpr Class operator[](char32_t code_point) const {
    if (code_point < kDirect) return direct_[code_point];
    const std::uint32_t last_of_it = std::uint32_t{code_point} << 8 | 0xFF;
    const auto* after = std::upper_bound(
        starts_, starts_ + kCount, last_of_it,
        [](std::uint32_t wanted, const ClassStart<Class>& start) { return wanted < start.packed; });
    return (after - 1)->value();
  }

 private:
  static constexpr std::size_t kDirect = 0x500;  // Latin, Greek and Cyrillic are looked up at once

  const ClassStart<Class>* starts_;
  std::array<Class, kDirect> direct_{};
};

// Whether a Hangul syllable (U+AC00 to U+D7A3) ends with a trailing consonant: LVT, not LV (Unicode,
// section 3.12).
constexpr bool has_trailing_consonant(char32_t syllable) {
  constexpr char32_t kFirstSyllable = 0xAC00;
  constexpr char32_t kTrailing = 28;  // trailing consonants, counting "none"
  return (syllable - kFirstSyllable) % kTrailing != 0;
}

}  // namespace depeche
