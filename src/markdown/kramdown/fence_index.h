// Where fenced code may end: every line of a passage that is a fence and nothing more.
//
// It is kept so that a passage of many unclosed fences takes linear time.
#pragma once

#include <optional>
#include <vector>

#include "markdown/kramdown/lines.h"

namespace depeche::markdown::kramdown {

struct FenceEnd {
  PassageOffset line;
  std::uint32_t size;  // how many of the opening marks make the fence; the rest belong to the language
};

class FenceIndex {
 public:
  // Of the lines from `begin` to the end of the text.
  FenceIndex(const Lines& lines, PassageOffset begin);

  // The line that ends code which opened with `size` marks and whose text begins at `from`: the first line with
  // at least that many marks, or, where there is none, with the most marks. None without a fence from there on.
  std::optional<FenceEnd> end_of(char mark, std::uint32_t size, PassageOffset from) const;

 private:
  struct Candidate {
    PassageOffset line;
    std::uint32_t size;
    std::uint32_t largest;  // size of this or of one that follows
  };
  std::vector<Candidate> backticks_, tildes_;
};

}  // namespace depeche::markdown::kramdown
