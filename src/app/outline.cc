#include "app/outline.h"

#include <algorithm>

#include "editor/fold.h"

namespace depeche::app {

std::optional<std::size_t> heading_at(const Release& release, Offset offset) {
  const auto after =
      std::partition_point(release.outline.begin(), release.outline.end(),
                           [offset](const Heading& heading) { return heading.span.begin <= offset; });
  if (after == release.outline.begin()) return std::nullopt;
  return static_cast<std::size_t>(after - release.outline.begin()) - 1;
}

std::vector<std::size_t> matching_headings(const Release& release, std::string_view filter) {
  const std::u32string wanted = editor::fold_all(filter, {});
  std::vector<std::size_t> matching;
  for (std::size_t i = 0; i < release.outline.size(); ++i) {
    const bool matches =
        wanted.empty() || editor::fold_all(release.outline[i].title, {}).find(wanted) != std::u32string::npos;
    if (matches) matching.push_back(i);
  }
  return matching;
}

}  // namespace depeche::app
