// A piece of Markdown to read, and where each of its bytes is in the document's text.
//
// The inside of a quote, a list item or a footnote is read without its `>` or indentation, so its bytes are
// not contiguous in the source. A Passage joins them, with a map back; so the parsers read any passage as
// plain text and still give exact spans. Every passage that the block parser reads ends in LF and holds
// valid UTF-8 without CR.
#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace depeche::markdown::kramdown {

// A place in a passage, in bytes from its beginning. It is not an Offset in the document: only Passage::source()
// converts it, and code that mixes the two does not compile. Lengths are plain numbers, being the same on both
// sides; an index into the passage's text is a std::size_t, as in string_view.
class PassageOffset {
 public:
  constexpr PassageOffset() = default;
  // From an index into the passage's text, and from no other number.
  template <std::same_as<std::size_t> Index>
  explicit constexpr PassageOffset(Index index) : value_(static_cast<std::uint32_t>(index)) {}
  template <std::same_as<std::size_t> Index>
  constexpr operator Index() const {
    return value_;
  }
  // False at the beginning: where a function returns the place behind something, 0 says that it is not there.
  explicit constexpr operator bool() const { return value_ != 0; }

  friend constexpr bool operator==(PassageOffset, PassageOffset) = default;
  friend constexpr auto operator<=>(PassageOffset, PassageOffset) = default;
  template <std::same_as<std::size_t> Index>
  friend constexpr bool operator==(PassageOffset at, Index index) {
    return at.value_ == index;
  }
  template <std::same_as<std::size_t> Index>
  friend constexpr auto operator<=>(PassageOffset at, Index index) {
    return std::size_t{at.value_} <=> index;
  }

  template <std::same_as<Offset> Other>
  friend bool operator==(PassageOffset, Other) = delete;
  template <std::same_as<Offset> Other>
  friend std::strong_ordering operator<=>(PassageOffset, Other) = delete;

  template <std::integral Length>
  constexpr PassageOffset& operator+=(Length length) {
    value_ += static_cast<std::uint32_t>(length);
    return *this;
  }
  template <std::integral Length>
  constexpr PassageOffset& operator-=(Length length) {
    value_ -= static_cast<std::uint32_t>(length);
    return *this;
  }
  template <std::integral Length>
  friend constexpr PassageOffset operator+(PassageOffset at, Length length) {
    return at += length;
  }
  template <std::integral Length>
  friend constexpr PassageOffset operator-(PassageOffset at, Length length) {
    return at -= length;
  }
  friend constexpr std::uint32_t operator-(PassageOffset end, PassageOffset begin) {
    return end.value_ - begin.value_;
  }
  template <std::same_as<std::size_t> Index>
  friend constexpr std::size_t operator-(Index end, PassageOffset begin) {
    return end - begin.value_;
  }
  friend PassageOffset operator+(PassageOffset, PassageOffset) = delete;
  constexpr PassageOffset& operator++() { return *this += 1; }
  constexpr PassageOffset& operator--() { return *this -= 1; }
  constexpr PassageOffset operator++(int) {
    const PassageOffset before = *this;
    ++*this;
    return before;
  }

 private:
  std::uint32_t value_ = 0;
};

// Half-open, as a document's Span is.
struct Range {
  PassageOffset begin;
  PassageOffset end;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
};

class Passage {
 public:
  using allocator_type = std::pmr::polymorphic_allocator<>;
  explicit Passage(allocator_type allocator = {}) : segments_(allocator) {}
  Passage(const Passage&) = delete;
  Passage& operator=(const Passage&) = delete;

  // Makes this the part `span` of `text`: line endings become LF, malformed bytes U+FFFD, and a missing last LF
  // is added. To be called once, on an empty passage; `text` must outlive it.
  void read(std::string_view text, Span span);
  // The same for a part that is known to need none of these changes.
  void read_plain(std::string_view text, Span span);
  // Whether the passage reads as its source does, byte for byte.
  bool is_plain() const { return borrowed_.data() != nullptr; }

  // Adds a part of another passage, which is complete and must outlive this one.
  void append(const Passage& from, Range range);
  // Adds text that is not in the source; it maps to the empty span at `at`.
  void append_synthetic(std::string_view text, Offset at);

  std::string_view text() const { return borrowed_.data() ? borrowed_ : std::string_view(owned_); }
  std::string_view text(Range range) const { return text().substr(range.begin, range.size()); }
  // Behind its last byte.
  PassageOffset end() const { return PassageOffset(text().size()); }
  Range all() const { return {{}, end()}; }

  // The source of a range; where that is several pieces, from the first to the last.
  Span source(Range range) const;
  Offset source(PassageOffset position) const { return source(Range{position, position}).begin; }

  // The longest part from range.begin that is one piece of source, or one synthetic piece; not empty unless
  // the range is. `is_source`: whether the source reads the same.
  struct Piece {
    Range range;
    Span source;
    bool is_source;
  };
  Piece first_piece(Range range) const;

 private:
  // From `begin` to the next segment's begin. The bytes of the source from `source` on, or, when `fixed`, other
  // text for the source [source, source + source_size).
  struct Segment {
    PassageOffset begin;
    Offset source;
    std::uint32_t source_size;
    bool fixed;
  };
  void add_segment(const Segment& segment);
  const Segment& segment_at(PassageOffset position) const;
  PassageOffset end_of(const Segment& segment) const;
  void append_text(std::string_view text);
  void own();

  std::string_view borrowed_;
  std::string owned_;
  std::pmr::vector<Segment> segments_;
  mutable std::size_t recent_ = 0;  // the segment found last: lookups mostly go forward
};

}  // namespace depeche::markdown::kramdown
