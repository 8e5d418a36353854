#include "editor/fold.h"

#include <iterator>

#include "base/utf8.h"

namespace depeche::editor {
namespace {

struct Folded {
  char16_t lower;
  char16_t plain;  // lower case too
};
#include "editor/fold_tables.inc"

const Folded* folded(char32_t code_point) {
  struct Range {
    char32_t first;
    std::size_t size;
    const Folded* rows;
  };
  constexpr Range kRanges[] = {{0x00C0, std::size(kFrom00C0), kFrom00C0},
                               {0x0370, std::size(kFrom0370), kFrom0370},
                               {0x1E00, std::size(kFrom1E00), kFrom1E00}};
  for (const Range& range : kRanges) {
    if (code_point >= range.first && code_point - range.first < range.size)
      return &range.rows[code_point - range.first];
  }
  return nullptr;
}

// The sign on the keyboard for one that is typeset.
char32_t plain_sign(char32_t code_point) {
  switch (code_point) {
    case 0x2018:
    case 0x2019:
      return U'\'';
    case 0x201C:
    case 0x201D:
      return U'"';
    case 0x00A0:
    case 0x202F:
      return U' ';
    case 0x2010:
    case 0x2011:
      return U'-';
    default:
      return code_point;
  }
}

}  // namespace

bool is_combining(char32_t code_point) {
  return code_point >= 0x0300 && code_point <= 0x036F;
}

char32_t fold_one(char32_t code_point, Folding folding) {
  if (code_point < 0x80) {
    const bool upper = code_point >= U'A' && code_point <= U'Z';
    return upper && folding.case_ignored ? code_point + 0x20 : code_point;
  }
  const Folded* row = folded(code_point);
  if (row == nullptr) return folding.accents_ignored ? plain_sign(code_point) : code_point;
  if (folding.case_ignored) return folding.accents_ignored ? row->plain : row->lower;
  if (!folding.accents_ignored || row->plain == row->lower) return code_point;
  // Without its accent in its own case: only Latin letters need it.
  const bool upper = row->lower != code_point;
  return upper && row->plain < 0x80 ? row->plain - 0x20U : row->plain;
}

FoldedCharacter fold(char32_t code_point, Folding folding) {
  if (folding.accents_ignored) {
    if (is_combining(code_point)) return {};
    const auto pair = [&](char32_t first, char32_t second, bool upper) {
      return FoldedCharacter{{upper && !folding.case_ignored ? first : first + 0x20, second}, 2};
    };
    switch (code_point) {
      case 0x0152:  // Œ
      case 0x0153:
        return pair(U'O', U'e', code_point == 0x0152);
      case 0x00C6:  // Æ
      case 0x00E6:
        return pair(U'A', U'e', code_point == 0x00C6);
      case 0x00DF:  // ß
        return pair(U'S', U's', false);
      default:
        break;
    }
  }
  return {{fold_one(code_point, folding), 0}, 1};
}

std::u32string fold_all(std::string_view text, Folding folding) {
  std::u32string folded;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode_utf8(text, at);
    const FoldedCharacter character = fold(decoded.code_point, folding);
    folded.append(character.code_points, character.count);
    at += decoded.size;
  }
  return folded;
}

}  // namespace depeche::editor
