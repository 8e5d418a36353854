#include "text/line_index.h"

#include <algorithm>
#include <cstdint>

namespace depeche {

LineIndex::LineIndex(std::string_view bytes) {
  starts_.push_back(0);
  if (!bytes.empty()) scan(bytes, 1, bytes.size());
}

// Appends the line starts among the offsets first…last, both included, of which the least is 1.
void LineIndex::scan(std::string_view bytes, std::size_t first, std::size_t last) {
  for (std::size_t offset = first; offset <= last; ++offset) {
    const char before = bytes[offset - 1];
    if (before > '\r') continue;  // nearly every byte
    const bool cut_from_line_feed = offset < bytes.size() && bytes[offset] == '\n';
    if (before == '\n' || (before == '\r' && !cut_from_line_feed))
      starts_.push_back(static_cast<Offset>(offset));
  }
}

LineIndex LineIndex::updated(std::string_view after, std::span<const Replacement> replacements) const {
  LineIndex index;
  index.starts_.reserve(starts_.size() + replacements.size());
  index.starts_.push_back(0);

  auto old_start = starts_.begin() + 1;
  Offset shift = 0;  // from old offsets to new ones, modulo 2^32
  const auto keep_until = [&](auto end) {
    std::transform(old_start, end, std::back_inserter(index.starts_),
                   [shift](Offset start) { return start + shift; });
    old_start = end;
  };
  for (const Replacement& replacement : replacements) {
    const Span old = replacement.span;
    keep_until(std::lower_bound(old_start, starts_.end(), old.begin));
    old_start = std::upper_bound(old_start, starts_.end(), old.end);

    const std::size_t begin = Offset{old.begin + shift};
    const std::size_t end = begin + replacement.text.size();
    index.scan(after, std::max<std::size_t>(begin, 1), end);
    shift += static_cast<Offset>(replacement.text.size()) - old.size();
  }
  keep_until(starts_.end());
  return index;
}

LineNumber LineIndex::line_at(Offset offset) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return LineNumber{static_cast<std::uint32_t>(after - starts_.begin() - 1)};
}

}  // namespace depeche
