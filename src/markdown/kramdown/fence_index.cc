#include "markdown/kramdown/fence_index.h"

#include <algorithm>

namespace depeche::markdown::kramdown {

FenceIndex::FenceIndex(const Lines& lines, Position begin) {
  const auto end = static_cast<Position>(lines.text().size());
  for (Position line = begin; line < end; line = lines.next(line)) {
    if (!lines.is_fence(line)) continue;
    const Position marks = lines.skip_spaces(line);
    const Position size = lines.run(marks);
    if (size < 3 || !lines.is_blank(marks + size)) continue;
    (lines.at(marks) == '`' ? backticks_ : tildes_).push_back({line, size, size});
  }
  for (std::vector<Candidate>* candidates : {&backticks_, &tildes_}) {
    for (std::size_t index = candidates->size(); index-- > 1;) {
      Candidate& before = (*candidates)[index - 1];
      before.largest = std::max(before.largest, (*candidates)[index].largest);
    }
  }
}

std::optional<FenceEnd> FenceIndex::end_of(char mark, Position size, Position from) const {
  const std::vector<Candidate>& candidates = mark == '`' ? backticks_ : tildes_;
  auto candidate = std::lower_bound(candidates.begin(), candidates.end(), from,
                                    [](const Candidate& other, Position line) { return other.line < line; });
  if (candidate == candidates.end()) return std::nullopt;
  const Position wanted = std::min(size, candidate->largest);
  while (candidate->size < wanted) ++candidate;
  return FenceEnd{candidate->line, wanted};
}

}  // namespace depeche::markdown::kramdown
