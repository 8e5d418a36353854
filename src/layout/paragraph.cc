#include "layout/paragraph.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "layout/joining.h"
#include "layout/measure.h"
#include "layout/typographic_break.h"
#include "text/grapheme.h"

namespace depeche::layout {
namespace {

// Runs that cover the whole text in order: gaps filled with `base`, overlaps and what lies outside cut off.
std::vector<Run> covering(std::span<const Run> runs, Offset size, const Style& base) {
  std::vector<Run> result;
  Offset reached = 0;
  for (const Run& run : runs) {
    const Offset begin = std::min(std::max(run.range.begin, reached), size);
    const Offset end = std::min(run.range.end, size);
    if (begin >= end) continue;
    if (reached < begin) result.push_back({{reached, begin}, base});
    result.push_back({{begin, end}, run.style, run.object});
    reached = end;
  }
  if (reached < size || result.empty()) result.push_back({{reached, size}, base});
  return result;
}

constexpr char32_t kObjectReplacementCharacter = 0xFFFC;  // lines break beside it (UAX #14, CB)

// Bits of Cluster::joining.
constexpr std::uint8_t kJoinsPrevious = 1;
constexpr std::uint8_t kJoinsNext = 2;
constexpr std::uint8_t kDrawsPrevious = 4;  // the two are one shape
constexpr std::uint8_t kDrawnByNext = 8;

// On the sides of a shape where it joins a neighbour.
constexpr std::string_view kZeroWidthJoiner = "\u200D";

}  // namespace

Paragraph::Paragraph(ParagraphContent content, const ParagraphOptions& options, FontMetrics& metrics)
    : text_(std::move(content.text)) {
  runs_ = covering(content.runs, static_cast<Offset>(text_.size()), options.base);
  const std::vector<LineBreak> breaks = measure_clusters(metrics);
  measure_stretches(breaks, metrics);
  break_lines(breaks, options, options.width, metrics);
  if (options.balanced) balance_lines(breaks, options, metrics);
}

// Fills clusters_ with offsets, runs and advances; x comes with the lines. Returns whether a line may end
// before each of them.
std::vector<LineBreak> Paragraph::measure_clusters(FontMetrics& metrics) {
  std::u32string code_points;
  std::vector<std::uint32_t> firsts;  // of each cluster, the first of its code points
  code_points.reserve(text_.size());
  firsts.reserve(text_.size());
  clusters_.reserve(text_.size());

  const std::string_view text = text_;
  std::uint32_t run = 0;
  std::uint32_t next_object = 0;  // the run of the next one; runs_.size() when none comes
  char32_t previous = 0;
  bool turns = false;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::uint32_t run_before = run;
    while (runs_[run].range.end <= offset) ++run;
    while (next_object < runs_.size() && (next_object < run || !runs_[next_object].object)) ++next_object;
    firsts.push_back(static_cast<std::uint32_t>(code_points.size()));
    if (const std::optional<Object>& object = runs_[run].object) {
      clusters_.push_back({static_cast<Offset>(offset), 0, object->width, run, 0, 0});
      code_points.push_back(kObjectReplacementCharacter);
      previous = kObjectReplacementCharacter;
      offset = runs_[run].range.end;
      continue;
    }
    const Style& style = runs_[run].style;
    std::size_t end = next_grapheme(text, offset);
    // A mark may begin an object's text.
    if (next_object < runs_.size()) end = std::min<std::size_t>(end, runs_[next_object].range.begin);
    const Decoded first = decode_utf8(text, offset);
    const float advance = measure_cluster(style, text.substr(offset, end - offset), metrics);
    code_points.push_back(first.code_point);
    for (std::size_t at = offset + first.size; at < end;) {
      const Decoded next = decode_utf8(text, at);
      code_points.push_back(next.code_point);
      turns = turns || may_turn(next.code_point);
      at += next.size;
    }
    turns = turns || may_turn(first.code_point);
    if (previous > ' ' && first.code_point > ' ' && run == run_before) {
      clusters_.back().advance += metrics.kerning(style, previous, first.code_point);
    }
    previous = first.code_point;
    clusters_.push_back({static_cast<Offset>(offset), 0, advance, run, 0, 0});
    offset = end;
  }

  if (turns) {
    set_levels(code_points, firsts);
    join_letters(metrics);
  }
  std::vector<LineBreak> breaks = typographic_breaks(code_points);
  for (std::size_t i = 0; i < firsts.size(); ++i) breaks[i] = breaks[firsts[i]];
  breaks.resize(firsts.size());
  return breaks;
}

// Each part up to a line feed is a paragraph to the bidirectional algorithm.
void Paragraph::set_levels(std::u32string_view code_points, std::span<const std::uint32_t> firsts) {
  bases_.reserve(clusters_.size());
  std::size_t cluster = 0;
  for (std::size_t begin = 0; begin < code_points.size();) {
    const std::size_t line_feed = code_points.find(U'\n', begin);
    const std::size_t end = line_feed == std::u32string_view::npos ? code_points.size() : line_feed + 1;
    const std::u32string_view part = code_points.substr(begin, end - begin);
    const BidiLevel base = paragraph_level(part);
    const std::vector<BidiLevel> levels = bidi_levels(part, base);
    for (; cluster < firsts.size() && firsts[cluster] < end; ++cluster) {
      clusters_[cluster].level = levels[firsts[cluster] - begin];
      bases_.push_back(base);
    }
    begin = end;
  }
}

// Letters that join have another shape beside one another, and another width.
void Paragraph::join_letters(FontMetrics& metrics) {
  std::string room;
  for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
    const bool follows = i > 0 && clusters_[i - 1].run == clusters_[i].run;
    if (!follows) continue;
    const std::string_view before = range(i - 1).of(text_);
    const std::string_view after = range(i).of(text_);
    if (!letters_join(before, after)) continue;
    clusters_[i - 1].joining |= kJoinsNext;
    clusters_[i].joining |= kJoinsPrevious;
    if (!letters_merge(before, after)) continue;
    clusters_[i - 1].joining |= kDrawnByNext;
    clusters_[i].joining |= kDrawsPrevious;
  }
  for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
    Cluster& cluster = clusters_[i];
    if (cluster.joining == 0 || (cluster.joining & kDrawnByNext) != 0) continue;
    cluster.advance = metrics.advance_of_cluster(runs_[cluster.run].style, drawn_part(shape(i, room)));
    if ((cluster.joining & kDrawsPrevious) == 0) continue;
    cluster.advance /= 2;
    clusters_[i - 1].advance = cluster.advance;
  }
}

std::string_view Paragraph::shape(std::uint32_t index, std::string& room) const {
  const Cluster& cluster = clusters_[index];
  if (runs_[cluster.run].object) return {};
  const std::string_view own = range(index).of(text_);
  if (cluster.joining == 0) {
    if (!is_right_to_left(cluster.level)) return own;
    const Decoded first = decode_utf8(own, 0);
    const char32_t shown = mirrored(first.code_point);
    if (shown == first.code_point) return own;
    room.clear();
    append_utf8(room, shown);
    return room.append(own.substr(first.size));
  }
  if ((cluster.joining & kDrawnByNext) != 0) return {};
  const std::uint32_t first = (cluster.joining & kDrawsPrevious) != 0 ? index - 1 : index;
  room.clear();
  if ((clusters_[first].joining & kJoinsPrevious) != 0) room += kZeroWidthJoiner;
  room += Span{range(first).begin, range(index).end}.of(text_);
  if ((cluster.joining & kJoinsNext) != 0) room += kZeroWidthJoiner;
  return room;
}

float Paragraph::width() const {
  float widest = 0;
  for (const Line& line : lines_) widest = std::max(widest, line.x + line.width);
  return widest;
}

Span Paragraph::range(const Line& line) const {
  const auto offset = [this](std::uint32_t cluster) {
    return cluster < clusters_.size() ? clusters_[cluster].offset : static_cast<Offset>(text_.size());
  };
  Span range{offset(line.first), offset(line.last)};
  if (line.first < line.last && is_line_feed(line.last - 1)) --range.end;
  return range;
}

Span Paragraph::range(std::uint32_t cluster) const {
  const bool last = cluster + 1 == clusters_.size();
  return {clusters_[cluster].offset,
          last ? static_cast<Offset>(text_.size()) : clusters_[cluster + 1].offset};
}

}  // namespace depeche::layout
