#include "editor/block.h"

#include <algorithm>
#include <optional>

#include "base/ascii.h"
#include "base/utf8.h"
#include "editor/word.h"

namespace depeche::editor {
namespace {

constexpr std::size_t kLongestNumber = 9;  // digits, as in CommonMark
constexpr std::size_t kDeepestHeading = 6;

// The end of the bytes at `offset` that `belongs` says yes to.
template <typename Belongs>
std::size_t skip(std::string_view line, std::size_t offset, Belongs belongs) {
  while (offset < line.size() && belongs(line[offset])) ++offset;
  return offset;
}

// The end of one quote mark at `offset` and the space after it; `offset` if there is none.
std::size_t skip_quote(std::string_view line, std::size_t offset) {
  const std::size_t mark = skip(line, offset, [](char byte) { return byte == ' '; });
  if (mark >= line.size() || line[mark] != '>' || mark - offset > 3) return offset;
  return mark + (mark + 1 < line.size() && line[mark + 1] == ' ' ? 2 : 1);
}

// "* * *", "---": three or more of one sign and nothing else.
bool is_rule(std::string_view content) {
  if (content.empty() || std::string_view("-*_").find(content[0]) == std::string_view::npos) return false;
  const auto signs = std::count(content.begin(), content.end(), content[0]);
  const auto blanks = std::count_if(content.begin(), content.end(), is_blank);
  return signs >= 3 && static_cast<std::size_t>(signs + blanks) == content.size();
}

Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<Offset>(begin), static_cast<Offset>(end)};
}

// Reads the marker at `offset`, if there is one, into `prefix`.
void parse_marker(std::string_view line, std::size_t offset, LinePrefix& prefix) {
  if (offset >= line.size() || is_rule(line.substr(offset))) return;
  std::size_t end = offset;
  if (is_digit(line[offset])) {
    end = skip(line, offset, is_digit);
    if (end - offset > kLongestNumber || end >= line.size()) return;
    if (line[end] != '.' && line[end] != ')') return;
    prefix.number = 0;
    for (std::size_t digit = offset; digit < end; ++digit)
      prefix.number = prefix.number * 10 + static_cast<std::uint32_t>(line[digit] - '0');
    prefix.marker = Marker::kOrdered;
    ++end;
  } else if (line[offset] == '#') {
    end = skip(line, offset, [](char byte) { return byte == '#'; });
    if (end - offset > kDeepestHeading) return;
    prefix.number = static_cast<std::uint32_t>(end - offset);
    prefix.marker = Marker::kHeading;
  } else if (line[offset] == '-' || line[offset] == '*' || line[offset] == '+') {
    prefix.marker = Marker::kBullet;
    ++end;
  } else {
    return;
  }
  if (end >= line.size() || !is_blank(line[end])) {
    prefix.marker = Marker::kNone;
    prefix.number = 0;
    return;
  }
  prefix.marker_span.end = static_cast<Offset>(skip(line, end, is_blank));
}

std::size_t task_size(std::string_view content) {
  for (const std::string_view box : {"[ ] ", "[x] ", "[X] "})
    if (content.starts_with(box)) return box.size();
  return 0;
}

// Whether `line` begins a block after `previous`, which holds text.
bool interrupts(const Line& previous, const Line& line) {
  return line.prefix.marker != Marker::kNone || previous.prefix.marker == Marker::kHeading ||
         line.prefix.quote_depth != previous.prefix.quote_depth;
}

}  // namespace

LinePrefix parse_prefix(std::string_view line) {
  LinePrefix prefix;
  std::size_t at = 0;
  for (std::size_t next = skip_quote(line, at); next > at; next = skip_quote(line, at)) {
    at = next;
    ++prefix.quote_depth;
  }
  prefix.quotes = span_of(0, at);
  const std::size_t indented = skip(line, at, is_blank);
  prefix.indentation = span_of(at, indented);
  prefix.marker_span = span_of(indented, indented);
  parse_marker(line, indented, prefix);

  const std::size_t marked = prefix.marker_span.end;
  prefix.task = span_of(marked, marked + (prefix.is_item() ? task_size(line.substr(marked)) : 0));
  return prefix;
}

Line::Line(const Text& text, LineNumber number)
    : span(text.line(number)), bytes(text.bytes(span)), prefix(parse_prefix(bytes)) {}

bool Line::blank() const {
  return prefix.marker == Marker::kNone && prefix.end() == bytes.size();
}

std::vector<Line> selected_lines(const Text& text, Span selection) {
  const auto first = static_cast<std::uint32_t>(text.line_at(selection.begin));
  auto last = static_cast<std::uint32_t>(text.line_at(selection.end));
  if (last > first && text.line(LineNumber{last}).begin == selection.end) --last;
  std::vector<Line> lines;
  for (std::uint32_t number = first; number <= last; ++number) lines.emplace_back(text, LineNumber{number});
  return lines;
}

std::vector<Block> selected_blocks(const Text& text, Span selection) {
  // Back to where the first selected line's block begins.
  auto number = static_cast<std::uint32_t>(text.line_at(selection.begin));
  for (; number > 0; --number) {
    const Line line(text, LineNumber{number});
    const Line previous(text, LineNumber{number - 1});
    if (line.blank() || previous.blank() || interrupts(previous, line)) break;
  }

  std::vector<Block> blocks;
  std::optional<Line> previous;
  for (; number < text.line_count(); ++number) {
    const Line line(text, LineNumber{number});
    const bool continues = !line.blank() && previous && !previous->blank() && !interrupts(*previous, line);
    if (!continues && line.span.begin > selection.end) break;
    if (continues) {
      blocks.back().content.end = line.span.end;
    } else if (!line.blank()) {
      blocks.push_back({{line.content_begin(), line.span.end}});
    }
    previous = line;
  }
  return blocks;
}

std::vector<Span> selected_texts(const Text& text, Span selection) {
  constexpr std::string_view kSpaces = " \t\r\n";
  const std::string_view bytes = text.bytes();
  Span wanted = selection;
  if (wanted.empty()) {
    const Span word = word_at(bytes, wanted.begin);
    const bool is_word =
        !word.empty() && kind_of(decode_utf8(bytes, word.begin).code_point) == CharacterKind::kWord;
    if (is_word) wanted = word;
  }
  std::vector<Span> texts;
  for (const Block& block : selected_blocks(text, wanted)) {
    Span part{std::max(wanted.begin, block.content.begin), std::min(wanted.end, block.content.end)};
    part.end = std::max(part.begin, part.end);
    const std::string_view content = part.of(bytes);
    const std::size_t first = std::min(content.find_first_not_of(kSpaces), content.size());
    const std::size_t last = content.find_last_not_of(kSpaces) + 1;
    part = {part.begin + static_cast<Offset>(first), part.begin + static_cast<Offset>(std::max(first, last))};
    if (!part.empty() || wanted.empty()) texts.push_back(part);
  }
  if (texts.empty() && wanted.empty()) texts.push_back(wanted);
  return texts;
}

std::string continuation(const Line& line) {
  const LinePrefix& prefix = line.prefix;
  std::string result(line.bytes.substr(0, prefix.indentation.end));
  if (!prefix.is_item()) return result;
  std::string_view marker = prefix.marker_span.of(line.bytes);
  if (prefix.marker == Marker::kOrdered) {
    result += std::to_string(prefix.number + 1);
    marker.remove_prefix(marker.find_first_not_of("0123456789"));
  }
  result += marker;
  if (!prefix.task.empty()) result += "[ ] ";
  return result;
}

}  // namespace depeche::editor
