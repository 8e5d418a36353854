// Random texts and changes for property tests, the same ones on every run and with every standard library.
#pragma once

#include <algorithm>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "text/change.h"

namespace depeche {

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}

  // 0…most.
  Offset up_to(Offset most) { return static_cast<Offset>(engine_() % (most + 1)); }

  // Texts are made of pieces that matter to the layer: line ends of each kind, letters of one to four bytes,
  // and bytes that are not UTF-8.
  std::string text(Offset most_pieces) {
    static constexpr std::string_view kPieces[] = {"\n", "\r",     "\r\n",       "a",        "bc",
                                                   "é",  "\u202F", "\U0001F1EB", "\xFF\xC3", " "};
    std::string text;
    for (Offset pieces = up_to(most_pieces); pieces > 0; --pieces)
      text += kPieces[up_to(static_cast<Offset>(std::size(kPieces)) - 1)];
    return text;
  }

  // Zero to three replacements, at any byte.
  Change change(Offset length) {
    std::vector<Replacement> replacements;
    Offset at = 0;
    for (Offset count = up_to(3); count > 0; --count) {
      const Offset begin = at + up_to(length - at);
      const Offset end = begin + up_to(std::min<Offset>(length - begin, 6));
      replacements.push_back({{begin, end}, text(3)});
      at = end;
    }
    return *Change::of(length, std::move(replacements));
  }

 private:
  std::mt19937 engine_;
};

}  // namespace depeche
