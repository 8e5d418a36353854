// Where the lines of a paragraph end, and where their clusters stand.
#include <algorithm>
#include <cmath>

#include "layout/paragraph.h"

namespace depeche::layout {

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

}  // namespace depeche::layout
