#include "ui/page/page_map.h"

#include <algorithm>

namespace depeche::ui {
namespace {

// The value between two that is as far on its way as `at` is from `from` to `to`.
double between(double at, double from, double to, double first, double last) {
  if (to <= from) return first;
  return first + (last - first) * std::clamp((at - from) / (to - from), 0.0, 1.0);
}

}  // namespace

PageMap::PageMap(const PageBlocks& page, Offset text_size) : text_size_(text_size) {
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const PageBlock& block = page.blocks[i];
    // Parts of a code block begin where the whole does.
    const auto* code = block.as<PageCode>();
    const Offset begin = block.source.begin + (code != nullptr ? code->part.begin : 0);
    if (block.source.empty()) continue;
    if (steps_.empty() || begin > steps_.back().source) steps_.push_back({i, begin});
  }
}

double PageMap::source_at(const layout::Flow& flow, double room, double y) const {
  const auto next = std::upper_bound(steps_.begin(), steps_.end(), y, [&](double value, const Step& step) {
    return value < flow.top(step.block);
  });
  const bool is_first = next == steps_.begin();
  const bool is_last = next == steps_.end();
  const double from = is_first ? -room : flow.top(std::prev(next)->block);
  const double to = is_last ? flow.total_height() + room : flow.top(next->block);
  return between(y, from, to, is_first ? 0 : std::prev(next)->source, is_last ? text_size_ : next->source);
}

double PageMap::height_at(const layout::Flow& flow, double room, double source) const {
  const auto next = std::upper_bound(
      steps_.begin(), steps_.end(), source,
      [](double value, const Step& step) { return value < static_cast<double>(step.source); });
  const bool is_first = next == steps_.begin();
  const bool is_last = next == steps_.end();
  const double from = is_first ? 0 : std::prev(next)->source;
  const double to = is_last ? text_size_ : next->source;
  return between(source, from, to, is_first ? -room : flow.top(std::prev(next)->block),
                 is_last ? flow.total_height() + room : flow.top(next->block));
}

std::optional<std::size_t> PageMap::block_of(const PageBlocks& page, Offset source) const {
  const auto shows = [&](std::size_t block) {
    const Span span = page.blocks[block].source;
    return span.begin <= source && source <= span.end && !span.empty();
  };
  const auto closest = [&](std::size_t first, std::size_t last) {
    std::optional<std::size_t> found;
    for (std::size_t block = first; block < last; ++block) {
      if (!shows(block)) continue;
      const bool is_closer = !found || page.blocks[block].source.size() <= page.blocks[*found].source.size();
      if (is_closer) found = block;
    }
    return found;
  };
  const auto next = std::upper_bound(steps_.begin(), steps_.end(), source,
                                     [](Offset value, const Step& step) { return value < step.source; });
  const std::size_t first = next == steps_.begin() ? 0 : std::prev(next)->block;
  const std::size_t last = next == steps_.end() ? page.blocks.size() : next->block;
  const std::optional<std::size_t> found = closest(first, last);
  // What is out of order, as fields of the front matter and notes may be, can be anywhere.
  return found ? found : closest(0, page.blocks.size());
}

}  // namespace depeche::ui
