#include "paste/escape.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/percent.h"

namespace depeche::paste {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\n';
}

// One text on its way out: what each sign means depends on its neighbours.
class Escaping {
 public:
  Escaping(std::string& markdown, std::string_view text, const Surroundings& around)
      : markdown_(markdown), text_(text), around_(around) {}

  void run() {
    const std::size_t marker = around_.at_line_start ? marker_sign() : std::string_view::npos;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (text_[i] == '&' && begins_reference(i)) {
        markdown_ += "&amp;";
        continue;
      }
      if (i == marker || is_markup(i)) markdown_.push_back('\\');
      markdown_.push_back(text_[i]);
    }
  }

 private:
  char at(std::size_t i) const { return i < text_.size() ? text_[i] : around_.after; }
  char before(std::size_t i) const { return i > 0 ? text_[i - 1] : around_.before; }

  // The sign that would make a heading, a list, a quote or the like of the line.
  std::size_t marker_sign() const {
    constexpr std::size_t kNone = std::string_view::npos;
    if (text_.empty()) return kNone;
    switch (text_[0]) {
      case '#':
      case '>':
      case '=':
      case '[':
        return 0;
      case '+':
      case ':':
        return is_blank(at(1)) ? 0 : kNone;
      case '-':
        return is_blank(at(1)) || at(1) == '-' ? 0 : kNone;
      default:
        break;
    }
    std::size_t end = 0;
    while (end < text_.size() && is_digit(text_[end])) ++end;
    if (end == 0 || (at(end) != '.' && at(end) != ')') || end >= text_.size()) return kNone;
    return is_blank(at(end + 1)) ? end : kNone;
  }

  bool is_markup(std::size_t i) const {
    const char next = at(i + 1);
    switch (text_[i]) {
      case '\\':
      case '*':
      case '`':
      case '|':
        return true;
      case '_':
        return !is_word_byte(before(i)) || !is_word_byte(next);
      case '[':
        return around_.in_link || next == '^' || before(i) == '!';
      case '!':
        return i + 1 == text_.size() && next == '[';  // before a link it would make a picture
      case ']':
        return around_.in_link || next == '(' || next == '[' || next == ':' || next == '{';
      case '<':
        return is_letter(next) || next == '/' || next == '!' || next == '?' || next == '<';
      case '{':
        return next == ':' || next == '{' || next == '%' || next == '#';
      case '~':
        return !is_blank(next);
      case '$':
        return next == '$' || before(i) == '$';
      default:
        return false;
    }
  }

  // Whether `&` would be read with what follows: `&eacute;`, `&#233;`.
  bool begins_reference(std::size_t i) const {
    constexpr std::size_t kLongest = 32;
    std::size_t end = i + 1;
    while (end < text_.size() && end - i <= kLongest &&
           (is_letter(text_[end]) || is_digit(text_[end]) || text_[end] == '#'))
      ++end;
    return end > i + 1 && at(end) == ';';
  }

  std::string& markdown_;
  std::string_view text_;
  const Surroundings& around_;
};

}  // namespace

bool is_word_byte(char c) {
  return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

void append_escaped(std::string& markdown, std::string_view text, const Surroundings& around) {
  Escaping(markdown, text, around).run();
}

void append_url(std::string& markdown, std::string_view url) {
  constexpr std::string_view kEncoded = " ()<>\"'\\|`{}*";
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte != 0x7F && kEncoded.find(c) == std::string_view::npos) {
      markdown.push_back(c);
      continue;
    }
    append_percent_encoded(markdown, c);
  }
}

std::size_t longest_run(std::string_view text, char sign) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == sign ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

void append_code_span(std::string& markdown, std::string_view code) {
  const std::string fence(longest_run(code, '`') + 1, '`');
  const bool padded = code.starts_with('`') || code.ends_with('`');
  markdown += fence;
  if (padded) markdown.push_back(' ');
  markdown += code;
  if (padded) markdown.push_back(' ');
  markdown += fence;
}

}  // namespace depeche::paste
