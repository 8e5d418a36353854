// A paragraph set in lines: styled text in, the place of every character out.
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

// What stands in the place of a run's text and is no text, e.g. a picture: one cluster, its foot on the
// baseline.
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

// Line feeds in `text`, but for what objects stand for, end lines. The runs are in order and cover it; what
// they leave out takes the options' base style.
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
  bool balanced = false;  // lines about equally long, as many as must be; for titles without indents, of up
                          // to six lines
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
  std::uint32_t first = 0, last = 0;  // clusters [first, last), spaces that hang and the line feed included
  float x = 0, y = 0;                 // top left
  float width = 0;                    // without the spaces that hang
  float height = 0;
  float baseline = 0;          // y of it, in the paragraph
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
  // In less width than this, without indents, a word or another stretch is broken that no line may end in.
  float narrowest_width() const { return narrowest_width_; }

  // Bytes of a line: its end is before the line feed that ends it.
  Span range(const Line& line) const;
  Span range(std::uint32_t cluster) const;

  // Where the object is that stands for the text at `offset`; empty where the text itself does.
  Box object_at(Offset offset) const;

  // What is drawn for a cluster at its place, UTF-8: its text, mirrored where it is read from right to left,
  // and with a zero-width joiner (U+200D) on each side where its script joins it to a neighbour; empty where
  // a neighbour or an object shows it. Valid as long as the paragraph and `room`, which holds it where it is
  // not the text itself.
  std::string_view shape(std::uint32_t cluster, std::string& room) const;

  std::size_t line_at(float y) const;  // the nearest
  std::size_t line_of(Offset offset) const;

  // The caret before `offset` (rounded down to a cluster's start). At a place where a line was wrapped it
  // stands on the second line.
  Caret caret(Offset offset) const;

  // Whether any of its text may run against the rest.
  bool turns() const { return !bases_.empty(); }

  // The next position of the line to the left or right of the one that caret() shows for `offset`; none at
  // the line's edge. Where two are at one place, the one in text of the line's own direction.
  std::optional<Offset> beside(Offset offset, bool right) const;

  // The first and the last position that caret() shows on a line.
  Span reach(std::size_t line) const;

  // The position nearest to x on a line: one that caret() shows on this line.
  Offset offset_at(std::size_t line, float x) const;
  Offset offset_at_point(float x, float y) const { return offset_at(line_at(y), x); }

  // The cluster drawn at a point, as its range; empty where there is none.
  Span cluster_at(float x, float y) const;

  // The parts of `range` on each line, as high as the line: one, or several where directions meet. A line
  // feed inside counts as a short space so that an empty line shows as selected.
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
