// Counts what the definitions of a document add to it where they are used: the targets of links, the titles of
// abbreviations, the attributes of named lists.
//
// A long definition that is used many times could make a small document larger than memory (kramdown does not
// bound this; cmark and md4c do). So all uses together have a limit in bytes, far above what people write; a use
// beyond it reads as if nothing were defined.
#pragma once

#include <cstddef>

namespace depeche::markdown::kramdown {

class Expansions {
 public:
  // For a document of `size` bytes, in which `used` bytes of expansions are known already.
  explicit Expansions(std::size_t size, std::size_t used = 0)
      : most_(kAlways + kPerByte * size), used_(used), refused_(used > most_) {}

  // Whether another use of a definition of `size` bytes may be made; counts it.
  bool use(std::size_t size) {
    const bool granted = !refused_ && kLeast + size <= most_ - used_;
    if (granted) used_ += kLeast + size;
    refused_ = !granted;
    return granted;
  }

  std::size_t used() const { return used_; }
  // Goes back to when used() was `used`: what was used since is not in the tree after all. refused() stays true.
  void take_back(std::size_t used) { used_ = used; }
  // Whether a use was refused: then all that follow are.
  bool refused() const { return refused_; }

 private:
  static constexpr std::size_t kAlways = std::size_t{1} << 20;
  static constexpr std::size_t kPerByte = 8;
  static constexpr std::size_t kLeast = 16;  // what any use takes in the tree

  std::size_t most_, used_;
  bool refused_;
};

}  // namespace depeche::markdown::kramdown
