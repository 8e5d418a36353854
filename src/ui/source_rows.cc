#include "ui/source_rows.h"

#include <algorithm>
#include <cstring>

#include "base/utf8.h"

namespace depeche::ui {
namespace {

// Compared by pieces that memcmp handles at once.
constexpr std::size_t kPiece = 4096;

std::size_t common_prefix(std::string_view one, std::string_view other) {
  const std::size_t limit = std::min(one.size(), other.size());
  std::size_t at = 0;
  while (at + kPiece <= limit && std::memcmp(one.data() + at, other.data() + at, kPiece) == 0) at += kPiece;
  while (at < limit && one[at] == other[at]) ++at;
  return at;
}

std::size_t common_suffix(std::string_view one, std::string_view other, std::size_t limit) {
  const char* end = one.data() + one.size();
  const char* other_end = other.data() + other.size();
  std::size_t at = 0;
  while (at + kPiece <= limit && std::memcmp(end - at - kPiece, other_end - at - kPiece, kPiece) == 0)
    at += kPiece;
  while (at < limit &&
         end[-1 - static_cast<std::ptrdiff_t>(at)] == other_end[-1 - static_cast<std::ptrdiff_t>(at)]) {
    ++at;
  }
  return at;
}

// The difference of texts that have so many bytes in common at their start and end.
RowChange difference(const SourceRows& before, const SourceRows& after, std::size_t prefix,
                     std::size_t suffix) {
  // Rows that lie wholly in what is common are the same; the one where the change touches is not.
  const std::size_t first =
      std::min(before.row_at(static_cast<Offset>(prefix)), after.row_at(static_cast<Offset>(prefix)));
  const std::size_t old_last = before.row_at(static_cast<Offset>(before.text().size() - suffix));
  const std::size_t new_last = after.row_at(static_cast<Offset>(after.text().size() - suffix));
  const std::size_t kept = std::min(before.size() - old_last, after.size() - new_last) - 1;
  return {first, before.size() - kept - first, after.size() - kept - first};
}

}  // namespace

SourceRows::SourceRows(const Text& text) : text_(text) {
  starts_.reserve(text.line_count());
  for (std::uint32_t line = 0; line < text.line_count(); ++line) {
    const Span span = text.line(LineNumber{line});
    starts_.push_back(span.begin);
    Offset begin = span.begin;
    while (span.end - begin > kLongestRow) {
      std::size_t cut = begin + kLongestRow;
      const std::size_t space = text.bytes().rfind(' ', cut - 1);
      if (space != std::string_view::npos && space > begin + kLongestRow / 2) cut = space + 1;
      while (!is_code_point_boundary(text.bytes(), cut)) --cut;
      begin = static_cast<Offset>(cut);
      starts_.push_back(begin);
    }
  }
}

Span SourceRows::span(std::size_t row) const {
  const Span line = text_.line(text_.line_at(starts_[row]));
  const Offset end = row + 1 < starts_.size() ? std::min(line.end, starts_[row + 1]) : line.end;
  return {starts_[row], std::max(starts_[row], end)};
}

std::size_t SourceRows::row_at(Offset offset) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return after == starts_.begin() ? 0 : static_cast<std::size_t>(after - starts_.begin()) - 1;
}

bool SourceRows::ends_line(std::size_t row) const {
  return row + 1 == starts_.size() || text_.line_at(starts_[row + 1]) != text_.line_at(starts_[row]);
}

RowChange difference(const SourceRows& before, const SourceRows& after) {
  const std::string_view old_bytes = before.text().bytes();
  const std::string_view new_bytes = after.text().bytes();
  const std::size_t prefix = common_prefix(old_bytes, new_bytes);
  const std::size_t suffix =
      common_suffix(old_bytes, new_bytes, std::min(old_bytes.size(), new_bytes.size()) - prefix);
  return difference(before, after, prefix, suffix);
}

RowChange difference(const SourceRows& before, const SourceRows& after, const Change& change) {
  const auto& replacements = change.replacements();
  if (replacements.empty()) return {0, 0, 0};
  return difference(before, after, replacements.front().span.begin,
                    change.length_before() - replacements.back().span.end);
}

}  // namespace depeche::ui
