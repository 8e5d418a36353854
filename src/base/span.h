// Byte ranges and the typed units of positions.
//
// Everything in the core counts bytes of UTF-8, and a place is always a Span. Lines, columns and UTF-16 units
// have types of their own, so that they cannot be mixed up with bytes. They are made only for people and
// JavaScript.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace depeche {

// A position in a text, in bytes from its start. A text has at most kMaximumTextSize bytes.
using Offset = std::uint32_t;

inline constexpr std::size_t kMaximumTextSize = std::size_t{1} << 30;

// Half-open byte range [begin, end).
struct Span {
  Offset begin = 0;
  Offset end = 0;

  constexpr Offset size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(Offset offset) const { return begin <= offset && offset < end; }
  constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  constexpr std::string_view of(std::string_view text) const { return text.substr(begin, size()); }
  constexpr auto operator<=>(const Span&) const = default;
};

// A line of a text, counted from 0.
enum class LineNumber : std::uint32_t {};

// A position in UTF-16 code units, as JavaScript counts.
enum class Utf16Offset : std::uint32_t {};

// A position as people read it: both counted from 1, the column in Unicode code points.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  constexpr auto operator<=>(const Position&) const = default;
};

}  // namespace depeche
