#include "markdown/commonmark/source_scanner.h"

#include <algorithm>

#include "base/ascii.h"

namespace depeche::markdown::commonmark {
namespace {

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

bool is_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

}  // namespace

Offset SourceScanner::skip_blanks(Offset offset) const {
  while (offset < body_.end && is_blank(text_[offset])) ++offset;
  return offset;
}

Offset SourceScanner::skip(Offset offset, char c) const {
  while (offset < body_.end && text_[offset] == c) ++offset;
  return offset;
}

Offset SourceScanner::line_end(Offset offset) const {
  while (offset < body_.end && !at_newline(offset)) ++offset;
  return offset;
}

Offset SourceScanner::next_line(Offset offset) const {
  offset = line_end(offset);
  if (at(offset) == '\r') ++offset;
  if (at(offset) == '\n') ++offset;
  return offset;
}

Offset SourceScanner::line_start(Offset offset) const {
  while (offset > body_.begin && !at_newline(offset - 1)) --offset;
  return offset;
}

Offset SourceScanner::trim_blanks(Offset begin, Offset end) const {
  while (end > begin && is_blank(text_[end - 1])) --end;
  return end;
}

Offset SourceScanner::trim_newline(Offset begin, Offset end) const {
  if (end > begin && text_[end - 1] == '\n') --end;
  if (end > begin && text_[end - 1] == '\r') --end;
  return end;
}

unsigned SourceScanner::column(Offset offset) const {
  unsigned column = 0;
  for (Offset i = line_start(offset); i < offset; ++i) column += text_[i] == '\t' ? 4 - column % 4 : 1;
  return column;
}

SourceScanner::QuoteMarks SourceScanner::skip_quote_marks(Offset line_start, unsigned most) const {
  QuoteMarks marks{skip_blanks(line_start), 0};
  while (marks.count < most && at(marks.end) == '>') {
    marks.end = skip_blanks(marks.end + 1);
    ++marks.count;
  }
  return marks;
}

std::size_t SourceScanner::count_cells(Offset row) const {
  const Offset begin = skip_blanks(row);
  const Offset end = trim_blanks(begin, line_end(begin));
  std::size_t pipes = 0;
  bool ends_with_pipe = false;
  for (Offset i = begin; i < end; ++i) {
    ends_with_pipe = text_[i] == '|';
    if (ends_with_pipe && i > begin) ++pipes;
    if (text_[i] == '\\') ++i;
  }
  return pipes + (ends_with_pipe ? 0 : 1);
}

Offset SourceScanner::skip_space(Offset offset, unsigned quotes) const {
  offset = skip_blanks(offset);
  if (!at_newline(offset)) return offset;
  return skip_quote_marks(next_line(offset), quotes).end;
}

std::optional<Span> SourceScanner::label(Offset offset) const {
  constexpr Offset kLongestLabel = 999;
  bool has_text = false;
  const Offset begin = offset + 1;
  for (Offset i = begin; i < body_.end && i - begin <= kLongestLabel; ++i) {
    const char c = text_[i];
    if (c == '[') return std::nullopt;
    if (c == ']' && !has_text) return std::nullopt;
    if (c == ']') return Span{offset, i + 1};
    if (c == '\\' && is_punctuation(at(i + 1))) ++i;
    has_text = has_text || (!is_blank(c) && c != '\n' && c != '\r');
  }
  return std::nullopt;
}

// `<target>`; `end` becomes the offset after it.
std::optional<Span> SourceScanner::target_in_brackets(Offset offset, Offset& end) const {
  for (Offset i = offset + 1; i < body_.end && !at_newline(i) && text_[i] != '<'; ++i) {
    if (text_[i] == '>') {
      end = i + 1;
      return Span{offset + 1, i};
    }
    if (text_[i] == '\\' && is_punctuation(at(i + 1))) ++i;
  }
  return std::nullopt;
}

// A target in an inline link, whose parentheses match.
std::optional<Span> SourceScanner::inline_target_at(Offset offset, Offset& end) const {
  if (at(offset) == '<') return target_in_brackets(offset, end);
  unsigned open = 0;
  Offset i = offset;
  for (; i < body_.end && text_[i] != ' ' && !is_control(text_[i]); ++i) {
    if (i - offset > kLongestSearch) return std::nullopt;
    if (text_[i] == '\\' && is_punctuation(at(i + 1))) {
      ++i;
    } else if (text_[i] == '(') {
      ++open;
    } else if (text_[i] == ')' && open-- == 0) {
      break;
    }
  }
  end = std::min(i, body_.end);
  return Span{offset, end};
}

std::optional<Span> SourceScanner::title(Offset offset, Offset& end) const {
  const char open = at(offset);
  if (open != '"' && open != '\'' && open != '(') return std::nullopt;
  const char close = open == '(' ? ')' : open;
  bool at_line_start = false;
  for (Offset i = offset + 1; i < body_.end && i - offset <= kLongestSearch; ++i) {
    const char c = text_[i];
    if (c == close) {
      end = i + 1;
      return Span{offset + 1, i};
    }
    if (c == '\\' && is_punctuation(at(i + 1))) ++i;
    if (c == '\n' && at_line_start) return std::nullopt;  // a blank line
    at_line_start = c == '\n' || (at_line_start && is_blank(c));
  }
  return std::nullopt;
}

std::optional<LinkTarget> SourceScanner::inline_target(Offset offset, unsigned quotes,
                                                       std::optional<Span> known) const {
  const Offset begin = skip_space(offset + 1, quotes);
  Offset end = 0;
  std::optional<Span> target_span;
  if (known) {
    const bool in_brackets = at(begin) == '<';
    if (known->begin != begin + in_brackets) return std::nullopt;
    target_span = known;
    end = known->end + in_brackets;
  } else {
    target_span = inline_target_at(begin, end);
  }
  if (!target_span) return std::nullopt;
  LinkTarget found{*target_span, {end, end}, 0};
  const Offset after_space = skip_space(end, quotes);
  if (after_space > end) {
    end = after_space;
    if (const auto title_span = title(after_space, end)) found.title = *title_span;
  }
  end = skip_space(end, quotes);
  if (at(end) != ')') return std::nullopt;
  found.end = end + 1;
  return found;
}

std::optional<LinkDefinition> SourceScanner::definition(Offset offset, unsigned quotes) const {
  const auto label_span = label(offset);
  if (!label_span || at(label_span->end) != ':') return std::nullopt;
  LinkDefinition found{{label_span->begin + 1, label_span->end - 1}, {}};
  const Offset target_begin = skip_space(label_span->end + 1, quotes);
  Offset end = 0;
  std::optional<Span> target_span;
  if (at(target_begin) == '<') {
    target_span = target_in_brackets(target_begin, end);
  } else {
    end = target_begin;
    while (end < body_.end && text_[end] != ' ' && !is_control(text_[end])) ++end;
    if (end > target_begin) target_span = Span{target_begin, end};
  }
  if (!target_span) return std::nullopt;
  found.target.target = *target_span;
  found.target.title = {end, end};
  const bool ends_line = at_end_or_newline(skip_blanks(end));
  found.target.end = end;
  const Offset after_space = skip_space(end, quotes);
  if (after_space > end) {
    Offset title_end = 0;
    const auto title_span = title(after_space, title_end);
    if (title_span && at_end_or_newline(skip_blanks(title_end))) {
      found.target.title = *title_span;
      found.target.end = title_end;
      return found;
    }
  }
  if (!ends_line) return std::nullopt;
  return found;
}

}  // namespace depeche::markdown::commonmark
