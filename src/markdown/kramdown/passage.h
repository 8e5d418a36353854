// A piece of Markdown to read, and where each of its bytes stands in the document's text.
//
// What stands in a quote, a list item or a footnote is read without its `>` or indentation, so its bytes do
// not lie together in the source. A Passage holds them together, with a map back; the parsers can then read
// any passage as plain text, and still give exact spans. Every passage that the block parser reads ends in LF
// and holds valid UTF-8 without CR.
#pragma once

#include <cstdint>
#include <memory_resource>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace depeche::markdown::kramdown {

// A position in a passage, in bytes.
using Position = std::uint32_t;

struct Range {
  Position begin = 0;
  Position end = 0;
  Position size() const { return end - begin; }
  bool empty() const { return begin == end; }
};

class Passage {
 public:
  using allocator_type = std::pmr::polymorphic_allocator<>;
  explicit Passage(allocator_type allocator = {}) : segments_(allocator) {}
  Passage(const Passage&) = delete;
  Passage& operator=(const Passage&) = delete;

  // The part `span` of a whole text, with line endings made LF, malformed bytes made U+FFFD, and a last LF.
  // `text` must outlive the passage.
  void read(std::string_view text, Span span);
  // The same for a part that is known to read as it is.
  void read_plain(std::string_view text, Span span);
  // Whether the passage reads as its source does, byte for byte.
  bool is_plain() const { return borrowed_.data() != nullptr; }

  // Adds a part of another passage, which is complete and must outlive this one.
  void append(const Passage& from, Range range);
  // Adds what the source does not hold there; it will stand for the empty span at `at`.
  void append_synthetic(std::string_view text, Offset at);

  std::string_view text() const { return borrowed_.data() ? borrowed_ : std::string_view(owned_); }
  std::string_view text(Range range) const { return text().substr(range.begin, range.size()); }
  Position size() const { return static_cast<Position>(text().size()); }

  // The source of a range. Where it is not one piece, from the first to the last.
  Span source(Range range) const;
  Offset source(Position position) const { return source(Range{position, position}).begin; }

  // The longest part from range.begin that is one piece of source, or one synthetic piece; not empty unless
  // the range is. `is_source`: whether the source reads the same.
  struct Piece {
    Range range;
    Span source;
    bool is_source;
  };
  Piece first_piece(Range range) const;

 private:
  // From `begin` to the next segment's begin: source bytes from `source` on, or, when `fixed`, something else
  // for the source [source, source + source_size).
  struct Segment {
    Position begin;
    Offset source;
    std::uint32_t source_size;
    bool fixed;
  };
  void add_segment(const Segment& segment);
  const Segment& segment_at(Position position) const;
  Position end_of(const Segment& segment) const;
  void append_text(std::string_view text);
  void own();

  std::string_view borrowed_;
  std::string owned_;
  std::pmr::vector<Segment> segments_;
  mutable std::size_t recent_ = 0;  // the segment found last: lookups mostly go forward
};

}  // namespace depeche::markdown::kramdown
