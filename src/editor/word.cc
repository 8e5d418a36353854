#include "editor/word.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"
#include "text/grapheme.h"

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

// The end of the run of `kind` that begins at `offset`; the start of one that ends there.
std::size_t run_end(std::string_view text, std::size_t offset, CharacterKind kind) {
  while (offset < text.size() && kind_at(text, offset) == kind) offset = next_grapheme(text, offset);
  return offset;
}

std::size_t run_start(std::string_view text, std::size_t offset, CharacterKind kind) {
  while (offset > 0) {
    const std::size_t previous = previous_grapheme(text, offset);
    if (kind_at(text, previous) != kind) break;
    offset = previous;
  }
  return offset;
}

}  // namespace

CharacterKind kind_of(char32_t code_point) {
  if (is_space(code_point)) return CharacterKind::kSpace;
  const bool word = code_point < 0x80 ? is_ascii_word(code_point) : !is_sign_beyond_ascii(code_point);
  return word ? CharacterKind::kWord : CharacterKind::kSign;
}

Offset next_word_end(std::string_view text, Offset offset) {
  const std::size_t start = run_end(text, offset, CharacterKind::kSpace);
  if (start >= text.size()) return static_cast<Offset>(text.size());
  return static_cast<Offset>(run_end(text, start, kind_at(text, start)));
}

Offset previous_word_start(std::string_view text, Offset offset) {
  const std::size_t end = run_start(text, std::min<std::size_t>(offset, text.size()), CharacterKind::kSpace);
  if (end == 0) return 0;
  return static_cast<Offset>(run_start(text, end, kind_at(text, previous_grapheme(text, end))));
}

Span word_at(std::string_view text, Offset offset) {
  offset = std::min(offset, static_cast<Offset>(text.size()));
  const auto line_start = offset == 0 ? std::string_view::npos : text.find_last_of("\r\n", offset - 1);
  const Offset start = line_start == std::string_view::npos ? 0 : static_cast<Offset>(line_start) + 1;
  const std::string_view line = text.substr(start, text.find_first_of("\r\n", offset) - start);
  const std::size_t at = offset - start;

  for (const CharacterKind kind : {CharacterKind::kWord, CharacterKind::kSign, CharacterKind::kSpace}) {
    const Span run{start + static_cast<Offset>(run_start(line, at, kind)),
                   start + static_cast<Offset>(run_end(line, at, kind))};
    if (!run.empty()) return run;
  }
  return {offset, offset};
}

}  // namespace depeche::editor
