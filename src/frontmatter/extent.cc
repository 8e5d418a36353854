#include "frontmatter/extent.h"

namespace depeche::frontmatter {
namespace {

// Whether the line that begins at `line` is a fence between documents.
bool is_document_mark(std::string_view bytes, Offset line) {
  std::string_view mark = bytes.substr(line, 3);
  return (mark == "---" || mark == "...") && is_blank_or_break_at(bytes, line + 3);
}

// Past blank lines and the blanks before the next text; `offset` is at a line's end.
Offset skip_breaks(std::string_view bytes, Offset offset) {
  while (offset < bytes.size() && (is_blank(bytes[offset]) || is_break(bytes[offset]))) ++offset;
  return offset;
}

std::optional<Offset> end_of_double_quoted(std::string_view bytes, Offset offset) {
  for (Offset at = offset + 1; at < bytes.size(); ++at) {
    if (bytes[at] == '\\') {
      ++at;
    } else if (bytes[at] == '"') {
      return at + 1;
    }
  }
  return std::nullopt;
}

std::optional<Offset> end_of_single_quoted(std::string_view bytes, Offset offset) {
  for (Offset at = offset + 1; at < bytes.size(); ++at) {
    if (bytes[at] != '\'') continue;
    if (at + 1 >= bytes.size() || bytes[at + 1] != '\'') return at + 1;
    ++at;
  }
  return std::nullopt;
}

// The last text on the line from `offset` that belongs to a plain scalar, and whether the scalar ends there.
struct PlainLine {
  Offset end = 0;
  bool last = false;
};

PlainLine read_plain_line(std::string_view bytes, Offset offset, bool flow) {
  PlainLine line{offset, false};
  bool after_blank = false;
  for (Offset at = offset; at < bytes.size() && !is_break(bytes[at]); ++at) {
    char c = bytes[at];
    bool ends = (c == '#' && after_blank) || (flow && is_flow_sign(c)) ||
                (c == ':' && (is_blank_or_break_at(bytes, at + 1) || (flow && is_flow_sign(bytes[at + 1]))));
    if (ends) {
      line.last = true;
      break;
    }
    after_blank = is_blank(c);
    if (!after_blank) line.end = at + 1;
  }
  return line;
}

Offset end_of_plain(std::string_view bytes, Offset offset, Place place) {
  Offset end = offset;
  Offset at = offset;
  while (true) {
    PlainLine line = read_plain_line(bytes, at, place.flow);
    if (line.end > at) end = line.end;
    if (line.last) return end;
    Offset next = skip_breaks(bytes, end_of_line(bytes, at));
    if (next >= bytes.size() || bytes[next] == '#') return end;
    int column = column_of(bytes, next);
    if (!place.flow && column <= place.indent) return end;
    if (column == 0 && is_document_mark(bytes, next)) return end;
    at = next;
  }
}

Offset end_of_block(std::string_view bytes, Offset offset, Place place) {
  int content_indent = -1;  // not known before the first line of text, unless the header says it
  bool keep = false;
  Offset header_end = end_of_line(bytes, offset);
  for (Offset at = offset + 1; at < header_end && !is_blank(bytes[at]); ++at) {
    if (bytes[at] == '+') keep = true;
    if (bytes[at] >= '1' && bytes[at] <= '9') {
      content_indent = (place.indent < 0 ? 0 : place.indent) + (bytes[at] - '0');
    }
  }

  Offset end = header_end;
  for (Offset line = next_line(bytes, offset); line < bytes.size(); line = next_line(bytes, line)) {
    Offset line_end = end_of_line(bytes, line);
    Offset text = line;
    while (text < line_end && bytes[text] == ' ') ++text;
    int indent = static_cast<int>(text - line);
    bool blank = text == line_end;
    if (!blank) {
      if (content_indent < 0 && indent > place.indent) content_indent = indent;
      if (content_indent < 0 || indent < content_indent) break;
      if (indent == 0 && is_document_mark(bytes, line)) break;
    }
    if (!blank || keep || (content_indent >= 0 && indent > content_indent)) end = line_end;
  }
  return end;
}

}  // namespace

int column_of(std::string_view bytes, Offset offset) {
  Offset line = offset;
  while (line > 0 && !is_break(bytes[line - 1])) --line;
  return static_cast<int>(offset - line);
}

Offset skip_blanks(std::string_view bytes, Offset offset) {
  while (offset < bytes.size() && is_blank(bytes[offset])) ++offset;
  return offset;
}

Offset end_of_line(std::string_view bytes, Offset offset) {
  while (offset < bytes.size() && !is_break(bytes[offset])) ++offset;
  return offset;
}

Offset next_line(std::string_view bytes, Offset offset) {
  Offset end = end_of_line(bytes, offset);
  if (end < bytes.size() && bytes[end] == '\r') ++end;
  if (end < bytes.size() && bytes[end] == '\n') ++end;
  return end;
}

Offset skip_to_text(std::string_view bytes, Offset offset) {
  while (offset < bytes.size()) {
    bool after_space = offset == 0 || is_blank(bytes[offset - 1]) || is_break(bytes[offset - 1]);
    if (bytes[offset] == '#' && after_space) {
      offset = end_of_line(bytes, offset);
    } else if (is_blank(bytes[offset]) || is_break(bytes[offset])) {
      ++offset;
    } else {
      break;
    }
  }
  return offset;
}

Offset skip_properties(std::string_view bytes, Offset offset) {
  while (offset < bytes.size() && (bytes[offset] == '&' || bytes[offset] == '!')) {
    while (!is_blank_or_break_at(bytes, offset)) ++offset;
    offset = skip_to_text(bytes, offset);
  }
  return offset;
}

std::optional<Offset> end_of_quoted(std::string_view bytes, Offset offset) {
  return bytes[offset] == '"' ? end_of_double_quoted(bytes, offset) : end_of_single_quoted(bytes, offset);
}

Offset end_of_scalar(std::string_view bytes, Offset offset, Place place) {
  if (offset >= bytes.size()) return static_cast<Offset>(bytes.size());
  switch (bytes[offset]) {
    case '"':
    case '\'':
      return end_of_quoted(bytes, offset).value_or(static_cast<Offset>(bytes.size()));
    case '|':
    case '>':
      return place.flow ? end_of_plain(bytes, offset, place) : end_of_block(bytes, offset, place);
    default:
      return end_of_plain(bytes, offset, place);
  }
}

std::optional<Offset> find_tab_before_block_text(std::string_view bytes, Span scalar) {
  Offset header_end = end_of_line(bytes, scalar.begin);
  std::string_view header = bytes.substr(scalar.begin, header_end - scalar.begin);
  if (header.substr(0, 3).find_first_of("123456789") != std::string_view::npos) return std::nullopt;
  for (Offset at = header_end; at < bytes.size(); ++at) {
    if (bytes[at] == '\t') return at;
    if (bytes[at] != ' ' && !is_break(bytes[at])) break;
  }
  return std::nullopt;
}

}  // namespace depeche::frontmatter
