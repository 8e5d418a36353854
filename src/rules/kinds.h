// A set of the tree's kinds of nodes.
#pragma once

#include <cstdint>
#include <initializer_list>

#include "markdown/node.h"

namespace depeche::rules {

class Kinds {
 public:
  constexpr Kinds() = default;
  constexpr Kinds(std::initializer_list<markdown::Kind> kinds) {
    for (const markdown::Kind kind : kinds) bits_ |= bit(kind);
  }

  constexpr bool contains(markdown::Kind kind) const { return (bits_ & bit(kind)) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr Kinds operator|(Kinds others) const { return Kinds(bits_ | others.bits_); }
  constexpr Kinds without(Kinds others) const { return Kinds(bits_ & ~others.bits_); }

  // All that come before `kind` in the list of kinds.
  static constexpr Kinds before(markdown::Kind kind) { return Kinds(bit(kind) - 1); }

 private:
  constexpr explicit Kinds(std::uint64_t bits) : bits_(bits) {}
  static constexpr std::uint64_t bit(markdown::Kind kind) {
    return std::uint64_t{1} << static_cast<unsigned>(kind);
  }

  std::uint64_t bits_ = 0;
};

inline constexpr Kinds kBlocks = Kinds::before(markdown::Kind::kText);

}  // namespace depeche::rules
