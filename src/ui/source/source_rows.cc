#include "ui/source/source_rows.h"

#include <algorithm>

#include "base/utf8.h"

namespace depeche::ui {

SourceRows::SourceRows(const Text& text) : text_(text), starts_(starts_of(text, 0, text.line_count())) {}

std::vector<Offset> SourceRows::starts_of(const Text& text, std::uint32_t first_line,
                                          std::uint32_t end_line) {
  std::vector<Offset> starts;
  starts.reserve(end_line - first_line);
  for (std::uint32_t line = first_line; line < end_line; ++line) {
    const Span span = text.line(LineNumber{line});
    starts.push_back(span.begin);
    Offset begin = span.begin;
    while (span.end - begin > kLongestRow) {
      std::size_t cut = begin + kLongestRow;
      const std::size_t space = text.bytes().rfind(' ', cut - 1);
      if (space != std::string_view::npos && space > begin + kLongestRow / 2) cut = space + 1;
      while (!is_code_point_boundary(text.bytes(), cut)) --cut;
      begin = static_cast<Offset>(cut);
      starts.push_back(begin);
    }
  }
  return starts;
}

RowChange SourceRows::follow(const Text& text, const Change& change) {
  const auto& replacements = change.replacements();
  if (replacements.empty()) {
    text_ = text;
    return {};
  }
  // Whether a line begins at an offset depends on the two bytes around it: the line before may lose its end.
  Offset begin = replacements.front().span.begin;
  if (begin > 0 && text_.bytes()[begin - 1] == '\r') --begin;
  const auto first_line = static_cast<std::uint32_t>(text_.line_at(begin));
  const auto last_line = static_cast<std::uint32_t>(text_.line_at(replacements.back().span.end));
  const std::uint32_t lines_behind = text_.line_count() - 1 - last_line;

  const auto place_of = [this](std::uint32_t line) {
    return line < text_.line_count()
               ? std::lower_bound(starts_.begin(), starts_.end(), text_.lines().start(LineNumber{line}))
               : starts_.end();
  };
  const auto first = place_of(first_line);
  const auto behind = place_of(last_line + 1);
  const std::vector<Offset> added = starts_of(text, first_line, text.line_count() - lines_behind);
  const RowChange rows{static_cast<std::size_t>(first - starts_.begin()),
                       static_cast<std::size_t>(behind - first), added.size()};
  const Offset shift = change.length_after() - change.length_before();  // modulo 2³², as offsets are
  std::for_each(behind, starts_.end(), [shift](Offset& start) { start += shift; });
  const std::size_t kept = std::min(rows.removed, rows.added);
  const auto end_of_kept = std::copy_n(added.begin(), kept, first);
  starts_.insert(starts_.erase(end_of_kept, behind), added.begin() + static_cast<std::ptrdiff_t>(kept),
                 added.end());
  text_ = text;
  return rows;
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

}  // namespace depeche::ui
