#include "layout/paragraph.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/utf8.h"
#include "layout/joining.h"
#include "layout/typographic_break.h"
#include "text/grapheme.h"

namespace depeche::layout {
namespace {

constexpr char32_t kSoftHyphen = 0x00AD;
constexpr float kSpacesOfATab = 4;
constexpr std::size_t kLongestDrawnCluster = 128;  // bytes; emoji take 35 at most
constexpr float kEmsOfASelectedLineFeed = 0.3F;

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
constexpr float kGap = 0.01F;                             // pixels: less is none

// Bits of Cluster::joining.
constexpr std::uint8_t kJoinsPrevious = 1;
constexpr std::uint8_t kJoinsNext = 2;
constexpr std::uint8_t kDrawsPrevious = 4;  // the two are one shape
constexpr std::uint8_t kDrawnByNext = 8;

// On the sides of a shape where it joins a neighbour.
constexpr std::string_view kZeroWidthJoiner = "\u200D";

// Where one comes to a cluster when reading, and where one leaves it.
float leading_edge(const Cluster& cluster) {
  return is_right_to_left(cluster.level) ? cluster.x + cluster.advance : cluster.x;
}
float trailing_edge(const Cluster& cluster) {
  return is_right_to_left(cluster.level) ? cluster.x : cluster.x + cluster.advance;
}

// Ems that a space of a given width takes, or a negative number for any other character.
float width_of_space(char32_t code_point) {
  switch (code_point) {
    case 0x2000:
    case 0x2002:
      return 0.5F;
    case 0x2001:
    case 0x2003:
      return 1;
    case 0x2004:
      return 1.0F / 3;
    case 0x2005:
      return 0.25F;
    case 0x2006:
      return 1.0F / 6;
    case 0x2009:
    case 0x202F:
      return 0.2F;
    case 0x200A:
      return 0.1F;
    case 0x205F:
      return 4.0F / 18;
    default:
      return -1;
  }
}

}  // namespace

char32_t shown_as(char32_t code_point) {
  if (code_point == '\n' || code_point == '\r') return 0;
  if (code_point < 0x20) return 0x2400 + code_point;
  if (code_point == 0x7F) return 0x2421;
  if (code_point >= 0x80 && code_point < 0xA0) return kReplacementCharacter;
  const bool invisible = code_point == kSoftHyphen || (code_point >= 0x200B && code_point <= 0x200F) ||
                         (code_point >= 0x2028 && code_point <= 0x202E) ||
                         (code_point >= 0x2060 && code_point <= 0x206F) || code_point == 0xFEFF ||
                         (code_point >= 0xFE00 && code_point <= 0xFE0F) || code_point >= 0xE0000;
  return invisible ? 0 : code_point;
}

float measure(const Style& style, char32_t code_point, FontMetrics& metrics) {
  if (code_point == '\t') return kSpacesOfATab * metrics.advance(style, ' ');
  if (code_point == 0x00A0) return metrics.advance(style, ' ');
  if (code_point == 0x2007) return metrics.advance(style, '0');
  if (code_point == 0x2008) return metrics.advance(style, '.');
  const float space = width_of_space(code_point);
  if (space >= 0) return space * style.size;
  const char32_t shown = shown_as(code_point);
  return shown == 0 ? 0 : metrics.advance(style, shown);
}

char32_t base_of(std::string_view cluster) {
  for (std::size_t at = 0; at < cluster.size();) {
    const Decoded next = decode_utf8(cluster, at);
    if (const char32_t shown = shown_as(next.code_point); shown != 0) return shown;
    at += next.size;
  }
  return 0;
}

std::string_view drawn_part(std::string_view cluster) {
  if (cluster.size() <= kLongestDrawnCluster) return cluster;
  std::size_t end = kLongestDrawnCluster;
  while (!is_code_point_boundary(cluster, end)) --end;
  return cluster.substr(0, end);
}

float measure_cluster(const Style& style, std::string_view cluster, FontMetrics& metrics) {
  const Decoded first = decode_utf8(cluster, 0);
  if (first.size == cluster.size()) return measure(style, first.code_point, metrics);
  if (first.code_point == '\r') return 0;  // with its line feed
  return metrics.advance_of_cluster(style, drawn_part(cluster));
}

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

bool Paragraph::is_space(std::uint32_t cluster) const {
  if (runs_[clusters_[cluster].run].object) return false;
  const char byte = text_[clusters_[cluster].offset];
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

// Of text, not of what an object stands for.
bool Paragraph::is_line_feed(std::uint32_t cluster) const {
  return !runs_[clusters_[cluster].run].object && text_[range(cluster).end - 1] == '\n';
}

// Adds up as break_lines() does, so that a stretch fits into exactly its own width.
void Paragraph::measure_stretches(std::span<const LineBreak> breaks, FontMetrics& metrics) {
  float x = 0;
  for (std::uint32_t i = 0; i < clusters_.size(); ++i) {
    if (breaks[i] == LineBreak::kHyphenated) {
      const float hyphen = metrics.advance(runs_[clusters_[i].run].style, '-');
      narrowest_width_ = std::max(narrowest_width_, x + hyphen);
    }
    if (breaks[i] != LineBreak::kProhibited) x = 0;
    x += clusters_[i].advance;
    if (!is_space(i)) narrowest_width_ = std::max(narrowest_width_, x);
  }
}

// The narrowest limit that asks for no more lines and breaks no more words, to about a hundredth of the width
// (CSS Text 4, text-wrap: balance).
void Paragraph::balance_lines(std::span<const LineBreak> breaks, const ParagraphOptions& options,
                              FontMetrics& metrics) {
  constexpr std::size_t kMaxLines = 6;
  constexpr int kSteps = 7;
  const auto widest = [&] {
    float width = 0;
    for (const Line& line : lines_) width = std::max(width, line.width);
    return width;
  };
  const auto broken_words = [&] {
    return std::count_if(lines_.begin(), lines_.end(), [&](const Line& line) {
      return line.first > 0 && line.first < line.last && breaks[line.first] == LineBreak::kProhibited;
    });
  };
  const std::size_t count = lines_.size();
  const auto broken = broken_words();
  if (count < 2 || count > kMaxLines || options.width >= kUnlimitedWidth) return;
  float enough = options.width;
  float too_narrow = options.width / 2;
  for (int step = 0; step < kSteps; ++step) {
    const float limit = (enough + too_narrow) / 2;
    break_lines(breaks, options, limit, metrics);
    const bool fits = lines_.size() <= count && broken_words() <= broken && widest() <= limit;
    (fits ? enough : too_narrow) = limit;
  }
  break_lines(breaks, options, enough, metrics);
}

// Greedy: a line takes all that fits below `limit`, and ends at the last place where it may.
void Paragraph::break_lines(std::span<const LineBreak> breaks, const ParagraphOptions& options, float limit,
                            FontMetrics& metrics) {
  lines_.clear();
  const auto count = static_cast<std::uint32_t>(clusters_.size());
  std::uint32_t first = 0;
  std::uint32_t candidate = 0;  // where the line may end; `first` when nowhere yet
  bool wrapped = false;
  float x = options.first_indent;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (breaks[i] == LineBreak::kMandatory && i > first) {
      add_line(first, i, wrapped, false, options, metrics);
      first = candidate = i;
      wrapped = false;
      x = options.first_indent;
    } else if (breaks[i] == LineBreak::kAllowed) {
      candidate = i;
    } else if (breaks[i] == LineBreak::kHyphenated) {
      const Style& style = runs_[clusters_[i].run].style;
      if (x + metrics.advance(style, '-') <= limit) candidate = i;
    }
    const bool overflows = x + clusters_[i].advance > limit && !is_space(i) && i > first;
    if (overflows) {
      const std::uint32_t end = candidate > first ? candidate : i;
      add_line(first, end, wrapped, breaks[end] == LineBreak::kHyphenated, options, metrics);
      first = candidate = end;
      wrapped = true;
      x = options.continuation_indent;
      for (std::uint32_t moved = end; moved < i; ++moved) x += clusters_[moved].advance;
    }
    x += clusters_[i].advance;
  }
  add_line(first, count, wrapped, false, options, metrics);
  if (count > 0 && is_line_feed(count - 1)) add_line(count, count, false, false, options, metrics);
}

void Paragraph::add_line(std::uint32_t first, std::uint32_t last, bool wrapped, bool hyphenated,
                         const ParagraphOptions& options, FontMetrics& metrics) {
  const auto count = static_cast<std::uint32_t>(clusters_.size());
  Line line;
  line.first = first;
  line.last = last;
  line.hyphenated = hyphenated;
  line.y = lines_.empty() ? 0 : height();

  // The largest style sets the height; a line without any takes that of the paragraph.
  Style largest = first < last ? runs_[clusters_[first].run].style : options.base;
  std::uint32_t inked = last;  // one past the last cluster that does not hang
  while (inked > first && is_space(inked - 1)) --inked;
  float advance = 0;
  float tallest = 0;  // of the objects
  for (std::uint32_t i = first; i < last; ++i) {
    const Run& run = runs_[clusters_[i].run];
    if (run.style.size > largest.size) largest = run.style;
    if (run.object) tallest = std::max(tallest, run.object->height);
    if (i < inked) advance += clusters_[i].advance;
  }
  if (hyphenated) advance += metrics.advance(largest, '-');
  line.width = advance;
  line.height = std::round(largest.size * options.line_height);
  const VerticalMetrics vertical = metrics.vertical(largest);
  line.baseline =
      std::round(line.y + (line.height - vertical.ascent - vertical.descent) / 2 + vertical.ascent);
  const float missing = std::max(0.0F, std::ceil(tallest - (line.baseline - line.y)));
  line.height += missing;
  line.baseline += missing;

  line.x = wrapped ? options.continuation_indent : options.first_indent;
  if (!bases_.empty()) line.right_to_left = is_right_to_left(bases_[first < count ? first : count - 1]);
  const bool to_the_right =
      options.align == Align::kRight || (options.align == Align::kLeft && line.right_to_left);
  if (options.width < kUnlimitedWidth) {
    const float room = std::max(0.0F, options.width - line.x - line.width);
    if (line.right_to_left) line.x = 0;  // indents are on the side where lines begin
    if (options.align == Align::kCenter) line.x += std::floor(room / 2);
    if (to_the_right) line.x += room;
  }
  lines_.push_back(line);
  if (!bases_.empty()) return place_turned(line, inked);
  float x = line.x;
  for (std::uint32_t i = first; i < last; ++i) {
    clusters_[i].x = x;
    x += clusters_[i].advance;
  }
}

// Places the clusters of a line in which text may turn. Spaces that hang do so where the line ends, beyond
// its width.
void Paragraph::place_turned(const Line& line, std::uint32_t inked) {
  if (line.first == line.last) return;
  const BidiLevel base = bases_[line.first];
  std::vector<BidiLevel> levels;
  float hanging = 0;
  for (std::uint32_t i = line.first; i < line.last; ++i) {
    if (i >= inked) clusters_[i].level = base;  // L1
    if (i >= inked) hanging += clusters_[i].advance;
    levels.push_back(clusters_[i].level);
  }
  float x = line.right_to_left ? line.x - hanging : line.x;
  for (const std::uint32_t index : visual_order(levels)) {
    Cluster& cluster = clusters_[line.first + index];
    cluster.x = x;
    x += cluster.advance;
  }
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
