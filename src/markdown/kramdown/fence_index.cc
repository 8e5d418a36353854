#include "markdown/kramdown/fence_index.h"

#include <algorithm>

namespace depeche::markdown::kramdown {

FenceIndex::FenceIndex(const Lines& lines, PassageOffset begin) {
  const auto end = PassageOffset(lines.text().size());
  for (PassageOffset line = begin; line < end; line = lines.next(line)) {
    if (!lines.is_fence(line)) continue;
    const PassageOffset marks = lines.skip_spaces(line);
    const std::uint32_t size = lines.run(marks);
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

std::optional<FenceEnd> FenceIndex::end_of(char mark, std::uint32_t size, PassageOffset from) const {
  const std::vector<Candidate>& candidates = mark == '`' ? backticks_ : tildes_;
  auto candidate =
      std::lower_bound(candidates.begin(), candidates.end(), from,
                       [](const Candidate& other, PassageOffset line) { return other.line < line; });
  if (candidate == candidates.end()) return std::nullopt;
  const std::uint32_t wanted = std::min(size, candidate->largest);
  while (candidate->size < wanted) ++candidate;
  return FenceEnd{candidate->line, wanted};
}

}  // namespace depeche::markdown::kramdown
