#include "text/text.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace depeche {

Text::Text() : Text(std::string()) {}

Text::Text(std::string bytes) {
  LineIndex lines(bytes);
  content_ = std::make_shared<const Content>(Content{std::move(bytes), std::move(lines)});
}

Text::Text(std::string bytes, LineIndex lines)
    : content_(std::make_shared<const Content>(Content{std::move(bytes), std::move(lines)})) {}

std::string_view Text::bytes(Span span) const {
  const Offset begin = std::min(span.begin, size());
  return Span{begin, std::clamp(span.end, begin, size())}.of(bytes());
}

Span Text::line_with_ending(LineNumber line) const {
  const std::uint32_t number = std::min(static_cast<std::uint32_t>(line), line_count() - 1);
  const bool last = number + 1 == line_count();
  return {lines().start(LineNumber{number}), last ? size() : lines().start(LineNumber{number + 1})};
}

Span Text::line(LineNumber line) const {
  Span span = line_with_ending(line);
  const std::string_view content = bytes(span);
  if (content.ends_with("\r\n")) {
    span.end -= 2;
  } else if (content.ends_with('\n') || content.ends_with('\r')) {
    span.end -= 1;
  }
  return span;
}

std::string_view Text::line_ending() const {
  const std::string_view first_line = bytes(line_with_ending(LineNumber{0}));
  if (first_line.ends_with("\r\n")) return "\r\n";
  return first_line.ends_with('\r') ? "\r" : "\n";
}

Position Text::position(Offset offset) const {
  const LineNumber number = line_at(offset);
  const Span span = line(number);
  const std::size_t before = count_code_points(bytes({span.begin, std::min(offset, span.end)}));
  return {static_cast<std::uint32_t>(number) + 1, static_cast<std::uint32_t>(before) + 1};
}

Offset Text::offset(Position position) const {
  const std::uint32_t number = std::max(position.line, 1U) - 1;
  if (number >= line_count()) return size();
  const Span span = line(LineNumber{number});
  const std::string_view content = bytes(span);
  std::size_t within = 0;
  for (std::uint32_t column = 1; column < position.column && within < content.size(); ++column)
    within = next_code_point(content, within);
  return span.begin + static_cast<Offset>(within);
}

std::string with_line_ending(std::string_view text, std::string_view ending) {
  std::string result;
  result.reserve(text.size());
  std::size_t at = 0;
  for (std::size_t end = text.find_first_of("\r\n"); end != std::string_view::npos;
       end = text.find_first_of("\r\n", at)) {
    result.append(text, at, end - at).append(ending);
    at = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
  }
  return result.append(text, at);
}

}  // namespace depeche
