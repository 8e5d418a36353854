#include "tests/fuzz/mutator.h"

#include <iterator>

#include "tests/support/random_markdown.h"

namespace depeche::fuzz {

std::string Mutator::next() {
  constexpr std::size_t kLongest = 4096;
  std::string text = seeds_[below(seeds_.size())].substr(0, kLongest);
  for (std::size_t changes = 1 + below(8); changes > 0; --changes) change(text);
  return text.substr(0, kLongest);
}

std::string Mutator::piece_of(std::string_view text) {
  const std::size_t begin = below(text.size());
  return std::string(text.substr(begin, 1 + below(32)));
}

void Mutator::change(std::string& text) {
  const std::size_t at = below(text.size() + 1);
  switch (below(6)) {
    case 0:
      text.erase(at, 1 + below(16));
      break;
    case 1:
      text.insert(at, piece_of(text));
      break;
    case 2:
      text.insert(at, piece_of(seeds_[below(seeds_.size())]));
      break;
    case 3:
      text.insert(at, RandomMarkdown(static_cast<unsigned>(engine_())).text(4));
      break;
    case 4:
      text.insert(at, 1, static_cast<char>(engine_() % 256));
      break;
    default:
      if (at < text.size()) text[at] = static_cast<char>(engine_() % 256);
  }
}

}  // namespace depeche::fuzz
