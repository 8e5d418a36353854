// A paragraph broken into lines: styled text in, the place of every character out.
//
// Offsets count bytes of the paragraph's own UTF-8 text; x and y are pixels from its top left corner.
// Positions between characters are the ends of clusters (graphemes, text/grapheme.h). A paragraph never
// changes; views keep it while content and options stay the same (layout/paragraph_cache.h).
#pragma once

#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "layout/bidi.h"
#include "layout/font_metrics.h"
#include "layout/line_break.h"

namespace depeche::layout {

// What is shown instead of a run's text, e.g. a picture. It is one cluster, and its lower edge is on the baseline.
struct Object {
  float width = 0, height = 0;
  bool operator==(const Object&) const = default;
};

struct Run {
  Span range;
  Style style;
  std::optional<Object> object = std::nullopt;
  bool operator==(const Run&) const = default;
};

// Line feeds in `text` end lines, except in runs with an object. The runs are in order and do not overlap. Text
// outside of them has the base style of the options.
struct ParagraphContent {
  std::string text;
  std::vector<Run> runs;
  bool operator==(const ParagraphContent&) const = default;
};

enum class Align : std::uint8_t { kLeft, kCenter, kRight };

inline constexpr float kUnlimitedWidth = std::numeric_limits<float>::max();

struct ParagraphOptions {
  Style base;                     // also of an empty paragraph
  float width = kUnlimitedWidth;  // lines are broken to fit; a word that cannot fit is broken too
  float line_height = 1.5F;       // in ems of the largest style on the line
  float first_indent = 0;         // of the line after the start or a line feed
  float continuation_indent = 0;  // of the lines that wrapping makes
  Align align = Align::kLeft;
  bool balanced = false;  // make the lines about equally long, without adding any; for titles without
                          // indents, of up to six lines
  bool operator==(const ParagraphOptions&) const = default;
};

struct Box {
  float x = 0, y = 0, width = 0, height = 0;
};

struct Cluster {
  Offset offset = 0;
  float x = 0;  // of its left edge, in the paragraph
  float advance = 0;
  std::uint32_t run = 0;  // index into runs()
  BidiLevel level = 0;
  std::uint8_t joining = 0;  // how it joins its neighbours; Paragraph::shape() knows
};

struct Line {
  std::uint32_t first = 0, last = 0;  // clusters [first, last), with hanging spaces and the line feed
  float x = 0, y = 0;                 // top left
  float width = 0;                    // without hanging spaces
  float height = 0;
  float baseline = 0;          // y of the baseline, in the paragraph
  bool hyphenated = false;     // shows a hyphen after its last character
  bool right_to_left = false;  // begins on the right
};

struct Caret {
  std::size_t line = 0;
  float x = 0;
  float y = 0;
  float height = 0;
};

class Paragraph {
 public:
  Paragraph(ParagraphContent content, const ParagraphOptions& options, FontMetrics& metrics);

  const std::string& text() const { return text_; }
  std::span<const Run> runs() const { return runs_; }
  std::span<const Line> lines() const { return lines_; }  // at least one
  std::span<const Cluster> clusters() const { return clusters_; }
  float height() const { return lines_.back().y + lines_.back().height; }
  float width() const;  // of the widest line, its indent included
  // The width of the widest stretch in which no line may end, without indents. Below it, a word is broken.
  float narrowest_width() const { return narrowest_width_; }

  // The bytes of a line, without the line feed that ends it, and of a cluster.
  Span range(const Line& line) const;
  Span range(std::uint32_t cluster) const;

  // The box of the object that is shown for the text at `offset`; empty if the text itself is shown.
  Box object_at(Offset offset) const;

  // What to draw at the place of a cluster, UTF-8: its text, mirrored if it runs from right to left, with a
  // zero-width joiner (U+200D) on each side where it joins a neighbour. Empty if an object or the shape of a
  // neighbour shows it. Valid as long as the paragraph and until `room` changes, which holds the result if it
  // differs from the text.
  std::string_view shape(std::uint32_t cluster, std::string& room) const;

  std::size_t line_at(float y) const;  // the nearest
  std::size_t line_of(Offset offset) const;

  // The caret before `offset` (rounded down to the start of a cluster). Where a line was wrapped, it is on the
  // second line.
  Caret caret(Offset offset) const;

  // Whether any of its text may run from right to left.
  bool turns() const { return !bases_.empty(); }

  // The next position on the line to the left or right of where caret() is for `offset`; none at the edge of the
  // line. If two positions are at one place, the one in text of the line's own direction.
  std::optional<Offset> beside(Offset offset, bool right) const;

  // The first and the last position for which caret() is on the line.
  Span reach(std::size_t line) const;

  // The position nearest to x on a line, among those for which caret() is on this line.
  Offset offset_at(std::size_t line, float x) const;
  Offset offset_at_point(float x, float y) const { return offset_at(line_at(y), x); }

  // The cluster drawn at a point, as its range; empty where there is none.
  Span cluster_at(float x, float y) const;

  // The boxes of `range`, as high as their lines: one for each line, or several where directions meet. A line
  // feed in it counts as a short space, so that a selected empty line can be seen.
  std::vector<Box> boxes(Span range) const;

 private:
  std::vector<LineBreak> measure_clusters(FontMetrics& metrics);
  void set_levels(std::u32string_view code_points, std::span<const std::uint32_t> firsts);
  void join_letters(FontMetrics& metrics);
  void measure_stretches(std::span<const LineBreak> breaks, FontMetrics& metrics);
  void balance_lines(std::span<const LineBreak> breaks, const ParagraphOptions& options,
                     FontMetrics& metrics);
  void break_lines(std::span<const LineBreak> breaks, const ParagraphOptions& options, float limit,
                   FontMetrics& metrics);
  void add_line(std::uint32_t first, std::uint32_t last, bool wrapped, bool hyphenated,
                const ParagraphOptions& options, FontMetrics& metrics);
  void place_turned(const Line& line, std::uint32_t inked);
  Offset offset_at_turned(const Line& line, float x) const;
  void append_boxes(const Line& line, std::uint32_t first, std::uint32_t last,
                    std::vector<Box>& result) const;
  std::uint32_t cluster_of(Offset offset) const;
  bool is_space(std::uint32_t cluster) const;
  bool is_line_feed(std::uint32_t cluster) const;

  std::string text_;
  std::vector<Run> runs_;
  std::vector<Cluster> clusters_;
  std::vector<Line> lines_;
  float narrowest_width_ = 0;
  std::vector<BidiLevel> bases_;  // of each cluster's text up to a line feed; empty where nothing turns
};

}  // namespace depeche::layout
