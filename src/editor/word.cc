#include "editor/word.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"
#include "text/grapheme.h"
#include "text/word_break.h"

namespace depeche::editor {
namespace {

bool is_space(char32_t code_point) {
  return (code_point >= 0x09 && code_point <= 0x0D) || code_point == 0x20 || code_point == 0x85 ||
         code_point == 0xA0 || code_point == 0x1680 || (code_point >= 0x2000 && code_point <= 0x200A) ||
         code_point == 0x2028 || code_point == 0x2029 || code_point == 0x202F || code_point == 0x205F ||
         code_point == 0x3000;
}

bool is_ascii_word(char32_t code_point) {
  return (code_point >= U'0' && code_point <= U'9') || (code_point >= U'A' && code_point <= U'Z') ||
         (code_point >= U'a' && code_point <= U'z') || code_point == U'_';
}

// Whole blocks of signs beyond ASCII; everything else there is taken for a letter.
bool is_sign_beyond_ascii(char32_t code_point) {
  struct Range {
    char32_t first;
    char32_t last;
  };
  constexpr Range kSigns[] = {
      {0x0080, 0x00A9},    // controls, ¡ to ©
      {0x00AB, 0x00AC},    // « ¬
      {0x00AE, 0x00B4},    // ® to ´
      {0x00B6, 0x00B9},    // ¶ to ¹
      {0x00BB, 0x00BF},    // » to ¿
      {0x00D7, 0x00D7},    // ×
      {0x00F7, 0x00F7},    // ÷
      {0x2010, 0x206F},    // general punctuation
      {0x20A0, 0x20CF},    // currencies
      {0x2190, 0x2BFF},    // arrows, mathematics, shapes, dingbats
      {0x2E00, 0x2E7F},    // supplemental punctuation
      {0x3001, 0x3020},    // CJK punctuation
      {0xFFFD, 0xFFFD},    // what was malformed
      {0x1F000, 0x1FAFF},  // emoji
  };
  return std::any_of(std::begin(kSigns), std::end(kSigns), [code_point](const Range& range) {
    return range.first <= code_point && code_point <= range.last;
  });
}

CharacterKind kind_at(std::string_view text, std::size_t offset) {
  return kind_of(decode_utf8(text, offset).code_point);
}

bool is_apostrophe(char32_t code_point) {
  return code_point == U'\'' || code_point == U'\u2019';
}

// Words that lose their last vowel before another one.
bool is_elided(std::string_view word) {
  constexpr std::string_view kElided[] = {"c", "d",  "j",     "l",      "m",      "n",     "s",
                                          "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"};
  const auto is_same = [](char a, char b) { return (static_cast<unsigned char>(a) | 0x20) == b; };
  return std::any_of(std::begin(kElided), std::end(kElided), [&](std::string_view elided) {
    return std::equal(word.begin(), word.end(), elided.begin(), elided.end(), is_same);
  });
}

constexpr std::size_t kLongestElided = 6;

bool is_word_at(std::string_view text, std::size_t offset) {
  return kind_at(text, offset) == CharacterKind::kWord;
}

// Whether what ends at `offset` is such a word as a whole; the « n » of « rock'n'roll » is none.
bool ends_elided(std::string_view text, std::size_t offset) {
  std::size_t begin = offset;
  while (begin > 0 && offset - begin <= kLongestElided && is_word_at(text, previous_code_point(text, begin)))
    begin = previous_code_point(text, begin);
  if (!is_elided(text.substr(begin, offset - begin))) return false;
  if (begin == 0) return true;
  const std::size_t before = previous_code_point(text, begin);
  const bool goes_on = is_apostrophe(decode_utf8(text, before).code_point) && before > 0 &&
                       is_word_at(text, previous_code_point(text, before));
  return !goes_on;
}

// Whether a boundary is wanted where UAX #29 has none.
bool divides(std::string_view text, std::size_t offset) {
  const std::size_t previous = previous_code_point(text, offset);
  const char32_t before = decode_utf8(text, previous).code_point;
  const char32_t after = decode_utf8(text, offset).code_point;
  for (const char32_t sign : {U':', U'\u202F'})
    if ((before == sign) != (after == sign)) return true;
  if (is_apostrophe(after)) return ends_elided(text, offset);
  return is_apostrophe(before) && ends_elided(text, previous);
}

// Whether both sides of a boundary of UAX #29 are taken together.
bool is_one_run(std::string_view text, std::size_t offset) {
  const std::size_t previous = previous_grapheme(text, offset);
  const CharacterKind kind = kind_at(text, previous);
  if (kind != kind_at(text, offset)) return false;
  return kind != CharacterKind::kWord || (!has_word_rules(text, previous) && !has_word_rules(text, offset));
}

bool is_run_boundary(std::string_view text, std::size_t offset) {
  if (offset == 0 || offset >= text.size()) return true;
  return is_word_boundary(text, offset) ? !is_one_run(text, offset) : divides(text, offset);
}

// The first boundary after `offset`, the last one before it.
std::size_t run_end(std::string_view text, std::size_t offset) {
  do {
    offset = next_grapheme(text, offset);
  } while (!is_run_boundary(text, offset));
  return offset;
}

std::size_t run_start(std::string_view text, std::size_t offset) {
  do {
    offset = previous_grapheme(text, offset);
  } while (!is_run_boundary(text, offset));
  return offset;
}

bool is_space_at(std::string_view text, std::size_t offset) {
  return kind_at(text, offset) == CharacterKind::kSpace;
}

// The run that ends at a boundary or begins there: a word rather than signs, and these rather than spaces.
bool is_left_preferred(std::string_view line, std::size_t at) {
  if (at == 0) return false;
  if (at == line.size()) return true;
  const auto rank = [](CharacterKind kind) {
    return kind == CharacterKind::kWord ? 2 : kind == CharacterKind::kSign ? 1 : 0;
  };
  return rank(kind_at(line, run_start(line, at))) > rank(kind_at(line, at));
}

}  // namespace

CharacterKind kind_of(char32_t code_point) {
  if (is_space(code_point)) return CharacterKind::kSpace;
  const bool word = code_point < 0x80 ? is_ascii_word(code_point) : !is_sign_beyond_ascii(code_point);
  return word ? CharacterKind::kWord : CharacterKind::kSign;
}

Offset next_word_end(std::string_view text, Offset offset) {
  std::size_t at = offset;
  while (at < text.size() && is_space_at(text, at)) at = next_grapheme(text, at);
  return static_cast<Offset>(at < text.size() ? run_end(text, at) : text.size());
}

Offset previous_word_start(std::string_view text, Offset offset) {
  std::size_t at = std::min<std::size_t>(offset, text.size());
  while (at > 0 && is_space_at(text, previous_grapheme(text, at))) at = previous_grapheme(text, at);
  return static_cast<Offset>(at > 0 ? run_start(text, at) : 0);
}

Span word_at(std::string_view text, Offset offset) {
  offset = std::min(offset, static_cast<Offset>(text.size()));
  const auto line_start = offset == 0 ? std::string_view::npos : text.find_last_of("\r\n", offset - 1);
  const Offset start = line_start == std::string_view::npos ? 0 : static_cast<Offset>(line_start) + 1;
  const std::string_view line = text.substr(start, text.find_first_of("\r\n", offset) - start);
  const std::size_t at = offset - start;
  if (line.empty()) return {offset, offset};

  const bool is_boundary = is_run_boundary(line, at);
  const bool to_left = !is_boundary || is_left_preferred(line, at);
  const bool to_right = !is_boundary || !to_left;
  return {start + static_cast<Offset>(to_left ? run_start(line, at) : at),
          start + static_cast<Offset>(to_right ? run_end(line, at) : at)};
}

}  // namespace depeche::editor
