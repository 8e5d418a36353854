#include "markdown/kramdown/lines.h"

#include <algorithm>

#include "markdown/kramdown/characters.h"
#include "markdown/kramdown/html_elements.h"

namespace depeche::markdown::kramdown {
namespace {

// kramdown writes `[\t| ]` behind a marker, and so takes a pipe, too.
bool follows_marker(char c) {
  return c == ' ' || c == '\t' || c == '|';
}

}  // namespace

PassageOffset Lines::next(PassageOffset line) const {
  if (line_from_ <= line && line < line_end_) return line_end_;
  const std::size_t end = text_.find('\n', line);
  line_from_ = line;
  line_end_ = PassageOffset(end == text_.npos ? text_.size() : end + 1);
  return line_end_;
}

PassageOffset Lines::blank_rest(PassageOffset position) const {
  while (position < text_.size()) {
    if (text_[position] == '\n') return position + 1;
    if (!is_space(text_[position])) return {};
    ++position;
  }
  return position;
}

PassageOffset Lines::skip_spaces(PassageOffset at, std::uint32_t most) const {
  const PassageOffset limit = at + most;
  while (at < limit && at < text_.size() && text_[at] == ' ') ++at;
  return at;
}

PassageOffset Lines::skip_blanks(PassageOffset at) const {
  while (at < text_.size() && kramdown::is_blank(text_[at])) ++at;
  return at;
}

PassageOffset Lines::skip_space(PassageOffset at, PassageOffset end) const {
  while (at < end && is_space(text_[at])) ++at;
  return at;
}

std::uint32_t Lines::code_indent(PassageOffset line) const {
  if (at(line) == '\t') return 1;
  return text_.substr(line, 4) == "    " ? 4 : 0;
}

bool Lines::is_end_of_block(PassageOffset line) const {
  return at(line) == '^' && is_blank(line + 1);
}

PassageOffset Lines::next_brace(PassageOffset from) const {
  if (brace_from_ <= from && from <= brace_) return brace_;
  brace_from_ = from;
  for (brace_ = from; brace_ < text_.size() && text_[brace_] != '}'; ++brace_) {
    if (text_[brace_] == '\\' && at(brace_ + 1) == '}') ++brace_;
  }
  return brace_;
}

Range Lines::attribute_list(PassageOffset begin) const {
  if (at(begin) != '{' || at(begin + 1) != ':') return {};
  const PassageOffset end = next_brace(begin + 2);
  look_to(end + 1);
  return end < text_.size() ? Range{begin + 2, end} : Range{};
}

std::size_t Lines::find(std::string_view wanted, PassageOffset from) const {
  auto search = std::find_if(searches_.begin(), searches_.end(),
                             [&](const Search& other) { return other.wanted == wanted; });
  if (search == searches_.end()) search = searches_.insert(search, {wanted, 1, 0});
  if (search->from > from || from > search->at) *search = {wanted, from, text_.find(wanted, from)};
  look_to(search->at == text_.npos ? search->at : search->at + wanted.size());
  return search->at;
}

std::optional<StartTag> Lines::start_tag(PassageOffset at) const {
  std::size_t reach = 0;
  std::optional<StartTag> tag = scan_start_tag(text_, at, &reach);
  look_to(reach);
  return tag;
}

std::optional<EndTag> Lines::end_tag(PassageOffset at) const {
  if (this->at(at + 1) != '/') return std::nullopt;
  const auto name_end = PassageOffset(at + 2 + scan_name(text_, at + 2));
  look_to(skip_space(name_end, PassageOffset(text_.size())) + 1);
  return scan_end_tag(text_, at);
}

PassageOffset Lines::attribute_line_end(PassageOffset line) const {
  const PassageOffset begin = skip_spaces(line);
  if (at(begin) != '{' || at(begin + 1) != ':') return {};
  if (at(begin + 2) == ':' || at(begin + 2) == '/') return {};
  const Range inside = attribute_list(begin);
  return inside.empty() ? PassageOffset() : blank_rest(inside.end + 1);
}

bool Lines::is_html_boundary(PassageOffset line) const {
  const PassageOffset begin = skip_spaces(line);
  if (at(begin) != '<') return false;
  const bool is_end = at(begin + 1) == '/';
  const PassageOffset name = begin + (is_end ? 2 : 1);
  const std::size_t size = scan_name(text_, name);
  if (size == 0) return false;
  // As kramdown asks it: by the first word of the name, and only in lower case.
  PassageOffset word_end = name;
  while (word_end < name + size && text_[word_end] != '-' && text_[word_end] != '.' && text_[word_end] != ':')
    ++word_end;
  const std::string_view word = text_.substr(name, word_end - name);
  if (is_span_element(word) || word == "script") return false;
  return !is_end || end_tag(begin);
}

bool Lines::ends_lazy_text(PassageOffset line) const {
  if (line >= text_.size()) return true;
  switch (text_[skip_spaces(line)]) {
    case '{':
      return bool(attribute_line_end(line));
    case '^':
      return is_end_of_block(line);
    case '<':
      return is_html_boundary(line);
    default:
      return is_blank(line);
  }
}

std::optional<ListMarker> Lines::list_marker(PassageOffset line, std::uint32_t indent) const {
  const PassageOffset begin = skip_spaces(line, indent);
  const char first = at(begin);
  if (first == '*' || first == '+' || first == '-') {
    if (!follows_marker(at(begin + 1))) return std::nullopt;
    return ListMarker{false, begin, begin + 1};
  }
  PassageOffset end = begin;
  while (is_digit(at(end))) ++end;
  if (end == begin || at(end) != '.' || !follows_marker(at(end + 1))) return std::nullopt;
  return ListMarker{true, begin, end + 1};
}

PassageOffset Lines::definition_marker(PassageOffset line, std::uint32_t indent) const {
  const PassageOffset begin = skip_spaces(line, indent);
  return at(begin) == ':' && follows_marker(at(begin + 1)) ? begin + 1 : PassageOffset();
}

bool Lines::is_thematic_break(PassageOffset line) const {
  PassageOffset position = skip_spaces(line);
  const char mark = at(position);
  if (mark != '*' && mark != '-' && mark != '_') return false;
  int marks = 0;
  for (; position < text_.size() && text_[position] != '\n'; ++position) {
    if (text_[position] == mark) {
      ++marks;
    } else if (!kramdown::is_blank(text_[position])) {
      return false;
    }
  }
  return marks >= 3;
}

PassageOffset Lines::quote_marker(PassageOffset line) const {
  const PassageOffset begin = skip_spaces(line);
  if (at(begin) != '>') return {};
  return begin + (at(begin + 1) == ' ' ? 2 : 1);
}

int Lines::atx_level(PassageOffset line) const {
  int level = 0;
  while (level < 7 && at(line + level) == '#') ++level;
  if (level == 0 || level > 6) return 0;
  const PassageOffset after = line + level;
  return kramdown::is_blank(at(after)) && !is_blank(after) ? level : 0;
}

bool Lines::is_fence(PassageOffset line) const {
  const PassageOffset begin = skip_spaces(line);
  for (PassageOffset mark = begin; mark < begin + 3; ++mark) {
    if (at(mark) != '`' && at(mark) != '~') return false;
  }
  return true;
}

std::uint32_t Lines::run(PassageOffset begin) const {
  PassageOffset end = begin;
  while (end < text_.size() && text_[end] == text_[begin]) ++end;
  return end - begin;
}

Range Lines::trim(Range range) const {
  while (!range.empty() && is_space(text_[range.end - 1])) --range.end;
  while (!range.empty() && is_space(text_[range.begin])) ++range.begin;
  return range;
}

Range Lines::heading_id(Range heading) const {
  if (heading.empty() || text_[heading.end - 1] != '}') return {};
  const std::size_t open = text_.substr(heading.begin, heading.size()).rfind("{#");
  if (open == text_.npos || open == 0) return {};
  const Range id{heading.begin + open + 2, heading.end - 1};
  if (!kramdown::is_blank(text_[id.begin - 3])) return {};
  return is_xml_name(text_.substr(id.begin, id.size())) ? id : Range{};
}

}  // namespace depeche::markdown::kramdown
