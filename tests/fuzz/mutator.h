// Mutations of a text, the same on every run and with every standard library: for tests where libFuzzer is
// missing.
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace depeche::fuzz {

class Mutator {
 public:
  // `seeds` are not empty.
  Mutator(std::vector<std::string> seeds, unsigned seed) : seeds_(std::move(seeds)), engine_(seed) {}

  // A seed with one to eight changes: pieces dropped, doubled, moved, taken from another seed, or bytes that
  // mean something put in.
  std::string next();

 private:
  std::size_t below(std::size_t most) { return most == 0 ? 0 : engine_() % most; }
  std::string piece_of(std::string_view text);
  void change(std::string& text);

  std::vector<std::string> seeds_;
  std::mt19937 engine_;
};

}  // namespace depeche::fuzz
