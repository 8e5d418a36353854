// What stands at a point of a paragraph, and where an offset of its text is: caret, hit test, selection.
#include <algorithm>

#include "layout/paragraph.h"

namespace depeche::layout {
namespace {

constexpr float kEmsOfASelectedLineFeed = 0.3F;
constexpr float kGap = 0.01F;  // pixels: less is none

// Where one comes to a cluster when reading, and where one leaves it.
float leading_edge(const Cluster& cluster) {
  return is_right_to_left(cluster.level) ? cluster.x + cluster.advance : cluster.x;
}
float trailing_edge(const Cluster& cluster) {
  return is_right_to_left(cluster.level) ? cluster.x : cluster.x + cluster.advance;
}

}  // namespace

Box Paragraph::object_at(Offset offset) const {
  const std::uint32_t index = cluster_of(offset);
  if (index == clusters_.size()) return {};
  const Cluster& cluster = clusters_[index];
  const std::optional<Object>& object = runs_[cluster.run].object;
  if (!object) return {};
  const Line& line = lines_[line_of(offset)];
  return {cluster.x, line.baseline - object->height, object->width, object->height};
}

std::size_t Paragraph::line_at(float y) const {
  const auto after = std::upper_bound(lines_.begin(), lines_.end(), y,
                                      [](float value, const Line& line) { return value < line.y; });
  return after == lines_.begin() ? 0 : static_cast<std::size_t>(after - lines_.begin()) - 1;
}

std::uint32_t Paragraph::cluster_of(Offset offset) const {
  if (offset >= text_.size()) return static_cast<std::uint32_t>(clusters_.size());
  const auto after =
      std::upper_bound(clusters_.begin(), clusters_.end(), offset,
                       [](Offset value, const Cluster& cluster) { return value < cluster.offset; });
  return static_cast<std::uint32_t>(after - clusters_.begin()) - 1;
}

std::size_t Paragraph::line_of(Offset offset) const {
  const std::uint32_t cluster = cluster_of(offset);
  const auto after =
      std::upper_bound(lines_.begin(), lines_.end(), cluster,
                       [](std::uint32_t value, const Line& line) { return value < line.first; });
  return after == lines_.begin() ? 0 : static_cast<std::size_t>(after - lines_.begin()) - 1;
}

Caret Paragraph::caret(Offset offset) const {
  const std::size_t index = line_of(offset);
  const Line& line = lines_[index];
  const std::uint32_t cluster = cluster_of(offset);
  if (cluster < line.last) return {index, leading_edge(clusters_[cluster]), line.y, line.height};
  const bool empty = line.first == line.last;
  const float beginning = line.right_to_left ? line.x + line.width : line.x;
  return {index, empty ? beginning : trailing_edge(clusters_[cluster - 1]), line.y, line.height};
}

std::optional<Offset> Paragraph::beside(Offset offset, bool right) const {
  const Caret from = caret(offset);
  const Line& line = lines_[from.line];
  const Span reached = reach(from.line);
  const auto is_turned = [&](Offset at) {
    const std::uint32_t cluster = std::min(cluster_of(at), static_cast<std::uint32_t>(clusters_.size() - 1));
    return is_right_to_left(clusters_[cluster].level) != line.right_to_left;
  };
  std::optional<Offset> nearest;
  float least = std::numeric_limits<float>::max();
  const auto consider = [&](Offset at) {
    const float x = caret(at).x;
    const float distance = right ? x - from.x : from.x - x;
    if (distance < kGap || distance > least + kGap) return;
    const bool is_nearer = distance < least - kGap;
    if (!is_nearer && is_turned(at)) return;
    least = distance;
    nearest = at;
  };
  for (std::uint32_t i = line.first; i < line.last && clusters_[i].offset <= reached.end; ++i)
    consider(clusters_[i].offset);
  consider(reached.end);
  return nearest;
}

// The end of a wrapped line is the next one's start: the caret stays before the last character.
Span Paragraph::reach(std::size_t index) const {
  const Line& line = lines_[std::min(index, lines_.size() - 1)];
  const Span bytes = range(line);
  const bool wrapped = line.first < line.last && line.last < clusters_.size() && !is_line_feed(line.last - 1);
  return {bytes.begin, wrapped ? clusters_[line.last - 1].offset : bytes.end};
}

Offset Paragraph::offset_at(std::size_t index, float x) const {
  index = std::min(index, lines_.size() - 1);
  const Line& line = lines_[index];
  const Offset last = reach(index).end;
  if (!bases_.empty()) return std::min(offset_at_turned(line, x), last);
  for (std::uint32_t i = line.first; i < line.last; ++i) {
    const Cluster& cluster = clusters_[i];
    if (cluster.offset >= last || x < cluster.x + cluster.advance / 2) return cluster.offset;
  }
  return last;
}

// Where text turns, the nearest cluster may be anywhere in the line, and its near side the one that is left
// last.
Offset Paragraph::offset_at_turned(const Line& line, float x) const {
  std::uint32_t nearest = line.first;
  float least = std::numeric_limits<float>::max();
  for (std::uint32_t i = line.first; i < line.last && !is_line_feed(i); ++i) {
    const Cluster& cluster = clusters_[i];
    const float distance = std::max({0.0F, cluster.x - x, x - (cluster.x + cluster.advance)});
    if (distance >= least) continue;
    least = distance;
    nearest = i;
  }
  if (nearest == clusters_.size()) return static_cast<Offset>(text_.size());
  const Cluster& cluster = clusters_[nearest];
  const bool left_half = x < cluster.x + cluster.advance / 2;
  return left_half == is_right_to_left(cluster.level) ? range(nearest).end : cluster.offset;
}

Span Paragraph::cluster_at(float x, float y) const {
  if (y < 0 || y >= height()) return {};
  const Line& line = lines_[line_at(y)];
  for (std::uint32_t i = line.first; i < line.last; ++i) {
    const Cluster& cluster = clusters_[i];
    if (x < cluster.x || x >= cluster.x + cluster.advance) continue;
    return range(i);
  }
  return {};
}

// Of the clusters [first, last) of a line: one box, or one for each stretch without a gap where text turns.
void Paragraph::append_boxes(const Line& line, std::uint32_t first, std::uint32_t last,
                             std::vector<Box>& result) const {
  std::vector<Box> parts;
  for (std::uint32_t i = first; i < last; ++i) {
    const Cluster& cluster = clusters_[i];
    Box box{cluster.x, line.y, cluster.advance, line.height};
    if (is_line_feed(i)) {
      box.width = kEmsOfASelectedLineFeed * runs_[cluster.run].style.size;
      if (line.right_to_left) box.x -= box.width;
    }
    parts.push_back(box);
  }
  const auto from_left = [](const Box& one, const Box& other) { return one.x < other.x; };
  if (!bases_.empty()) std::stable_sort(parts.begin(), parts.end(), from_left);
  const auto begin = static_cast<std::ptrdiff_t>(result.size());
  for (const Box& part : parts) {
    const bool follows =
        result.begin() + begin != result.end() && part.x - result.back().x - result.back().width < kGap;
    if (follows)
      result.back().width = part.x + part.width - result.back().x;
    else
      result.push_back(part);
  }
}

std::vector<Box> Paragraph::boxes(Span selected) const {
  std::vector<Box> result;
  if (selected.empty()) return result;
  const std::uint32_t begin = cluster_of(selected.begin);
  const std::uint32_t end = cluster_of(selected.end);
  for (std::size_t i = line_of(selected.begin); i < lines_.size(); ++i) {
    const Line& line = lines_[i];
    if (line.first >= end) break;
    const std::uint32_t first = std::max(begin, line.first);
    const std::uint32_t last = std::min(end, line.last);
    if (first >= last) continue;
    append_boxes(line, first, last, result);
  }
  return result;
}

}  // namespace depeche::layout
