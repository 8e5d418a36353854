#include "layout/line_break.h"

#include "text/grapheme.h"

namespace depeche::layout {
namespace {

// The classes of UAX #14, table 1, by their names there.
enum class Class : std::uint8_t {
  kBK,
  kSP,
  kZW,
  kWJ,
  kGL,
  kCM,
  kZWJ,
  kBA,
  kBB,
  kB2,
  kHY,
  kCL,
  kCP,
  kEX,
  kIN,
  kIS,
  kOP,
  kQU,
  kSY,
  kNU,
  kPR,
  kPO,
  kAL,
  kID,
  kRI,
};

Class class_of_ascii(char32_t c) {
  if (c >= '0' && c <= '9') return Class::kNU;
  switch (c) {
    case '\n':
    case '\r':
    case '\v':
    case '\f':
      return Class::kBK;
    case ' ':
      return Class::kSP;
    case '\t':
    case '|':
      return Class::kBA;
    case '-':
      return Class::kHY;
    case '}':
      return Class::kCL;
    case ')':
    case ']':
      return Class::kCP;
    case '!':
    case '?':
      return Class::kEX;
    case ',':
    case '.':
    case ':':
    case ';':
      return Class::kIS;
    case '(':
    case '[':
    case '{':
      return Class::kOP;
    case '"':
    case '\'':
      return Class::kQU;
    case '/':
      return Class::kSY;
    case '$':
    case '+':
    case '\\':
      return Class::kPR;
    case '%':
      return Class::kPO;
    default:
      return Class::kAL;
  }
}

bool is_ideographic(char32_t c) {
  return (c >= 0x2E80 && c <= 0x2FFF) || (c >= 0x3003 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF00 && c <= 0xFF60) ||
         (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD) || (c >= 0x231A && c <= 0x231B) ||
         (c >= 0x2600 && c <= 0x27BF);
}

Class class_of(char32_t c) {
  if (c < 0x80) return class_of_ascii(c);
  if (c == 0x200D) return Class::kZWJ;
  if (extends_grapheme(c)) return Class::kCM;
  if (c >= 0x2000 && c <= 0x200A && c != 0x2007) return Class::kBA;  // spaces of a given width
  if (c >= 0x1F1E6 && c <= 0x1F1FF) return Class::kRI;
  switch (c) {
    case 0x0085:
    case 0x2028:
    case 0x2029:
      return Class::kBK;
    case 0x200B:
      return Class::kZW;
    case 0x2060:
    case 0xFEFF:
      return Class::kWJ;
    case 0x00A0:
    case 0x2007:
    case 0x2011:
    case 0x202F:
      return Class::kGL;
    case 0x00AD:
    case 0x058A:
    case 0x2010:
    case 0x2012:
    case 0x2013:
    case 0x205F:
    case 0x3000:
      return Class::kBA;
    case 0x00B4:
    case 0x02C8:
    case 0x02CC:
      return Class::kBB;
    case 0x2014:
      return Class::kB2;
    case 0x3001:
    case 0x3002:
      return Class::kCL;
    case 0x2026:
    case 0x2024:
    case 0x2025:
      return Class::kIN;
    case 0x037E:
      return Class::kIS;
    case 0x00A1:
    case 0x00BF:
    case 0x201A:
    case 0x201E:
      return Class::kOP;
    case 0x00AB:
    case 0x00BB:
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x201C:
    case 0x201D:
    case 0x201F:
    case 0x2039:
    case 0x203A:
      return Class::kQU;
    case 0x00A3:
    case 0x00A4:
    case 0x00A5:
    case 0x00B1:
    case 0x20AC:
    case 0x2116:
      return Class::kPR;
    case 0x00A2:
    case 0x00B0:
    case 0x2030:
    case 0x2032:
    case 0x2033:
    case 0x2103:
      return Class::kPO;
    default:
      return is_ideographic(c) ? Class::kID : Class::kAL;
  }
}

// General categories Pi and Pf of the quotation marks, for LB15a and LB15b.
bool is_opening_quote(char32_t c) {
  return c == 0x00AB || c == 0x2018 || c == 0x201B || c == 0x201C || c == 0x201F || c == 0x2039;
}
bool is_closing_quote(char32_t c) {
  return c == 0x00BB || c == 0x2019 || c == 0x201D || c == 0x203A;
}

// What stands before the place in question.
struct Before {
  Class last = Class::kBK;           // the class of the last code point that is no space
  Class preceding = Class::kBK;      // the one before it, spaces counted
  bool spaces = false;               // after it
  bool opening_quote = false;        // `last` is one that LB15a lets nothing break from
  unsigned regional_indicators = 0;  // in a row up to here
};

bool is_one_of(Class value, std::initializer_list<Class> classes) {
  for (const Class candidate : classes) {
    if (candidate == value) return true;
  }
  return false;
}

// LB15b: whether what follows a closing quote shows that it does close.
bool closes(std::u32string_view text, std::size_t quote) {
  if (quote + 1 == text.size()) return true;
  return is_one_of(class_of(text[quote + 1]),
                   {Class::kSP, Class::kGL, Class::kWJ, Class::kCL, Class::kQU, Class::kCP, Class::kEX,
                    Class::kIS, Class::kSY, Class::kBK, Class::kZW});
}

// LB24 and LB25: numbers stay with their signs, units and separators.
bool keeps_number(Class left, Class right) {
  if (right == Class::kNU) {
    return is_one_of(left, {Class::kNU, Class::kPR, Class::kPO, Class::kHY, Class::kIS, Class::kSY});
  }
  if (right == Class::kPR || right == Class::kPO) {
    return is_one_of(left, {Class::kNU, Class::kCL, Class::kCP, Class::kAL});
  }
  if (left == Class::kPR || left == Class::kPO) return is_one_of(right, {Class::kAL, Class::kOP});
  return false;
}

// LB19 to LB30a, between two neighbours without spaces.
LineBreak between(const Before& before, Class right) {
  const Class left = before.last;
  if (left == Class::kQU || right == Class::kQU) return LineBreak::kProhibited;  // 19
  const bool word_starts = is_one_of(before.preceding, {Class::kBK, Class::kSP, Class::kZW, Class::kGL});
  if (left == Class::kHY && right == Class::kAL && word_starts) return LineBreak::kProhibited;          // 20a
  if (is_one_of(right, {Class::kBA, Class::kHY}) || left == Class::kBB) return LineBreak::kProhibited;  // 21
  if (right == Class::kIN) return LineBreak::kProhibited;                                               // 22
  const auto is_word = [](Class value) { return value == Class::kAL || value == Class::kNU; };
  if (is_word(left) && is_word(right)) return LineBreak::kProhibited;            // 23, 28
  if (keeps_number(left, right)) return LineBreak::kProhibited;                  // 24, 25
  if (left == Class::kIS && right == Class::kAL) return LineBreak::kProhibited;  // 29
  if (is_word(left) && right == Class::kOP) return LineBreak::kProhibited;       // 30
  if (left == Class::kCP && is_word(right)) return LineBreak::kProhibited;       // 30
  const bool in_flag = left == Class::kRI && right == Class::kRI && before.regional_indicators % 2 == 1;
  return in_flag ? LineBreak::kProhibited : LineBreak::kAllowed;  // 30a, 31
}

LineBreak break_before(const Before& before, std::u32string_view text, std::size_t index, Class right) {
  const Class left = before.last;
  if (left == Class::kBK && !before.spaces) return LineBreak::kMandatory;                            // 4, 5
  if (is_one_of(right, {Class::kBK, Class::kSP, Class::kZW})) return LineBreak::kProhibited;         // 6, 7
  if (left == Class::kZW) return LineBreak::kAllowed;                                                // 8
  if (!before.spaces && left == Class::kZWJ) return LineBreak::kProhibited;                          // 8a
  if (right == Class::kWJ || (left == Class::kWJ && !before.spaces)) return LineBreak::kProhibited;  // 11
  if (!before.spaces && left == Class::kGL) return LineBreak::kProhibited;                           // 12
  if (right == Class::kGL && !before.spaces && !is_one_of(left, {Class::kBA, Class::kHY})) {
    return LineBreak::kProhibited;  // 12a
  }
  if (is_one_of(right, {Class::kCL, Class::kCP, Class::kEX, Class::kSY}))
    return LineBreak::kProhibited;                                                          // 13
  if (left == Class::kOP || before.opening_quote) return LineBreak::kProhibited;            // 14, 15a
  if (is_closing_quote(text[index]) && closes(text, index)) return LineBreak::kProhibited;  // 15b
  if (right == Class::kIS) {
    const bool number = before.spaces && index + 1 < text.size() && class_of(text[index + 1]) == Class::kNU;
    return number ? LineBreak::kAllowed : LineBreak::kProhibited;  // 15c, 15d
  }
  if (left == Class::kB2 && right == Class::kB2) return LineBreak::kProhibited;  // 17
  if (before.spaces) return LineBreak::kAllowed;                                 // 18
  return between(before, right);
}

void pass(Before& before, char32_t code_point, Class passed) {
  if (passed == Class::kSP && before.last != Class::kBK) {
    before.spaces = true;
    return;
  }
  before.preceding = before.spaces ? Class::kSP : before.last;
  before.opening_quote =
      passed == Class::kQU && is_opening_quote(code_point) &&
      is_one_of(before.preceding, {Class::kBK, Class::kOP, Class::kQU, Class::kGL, Class::kSP, Class::kZW});
  before.regional_indicators = passed == Class::kRI ? before.regional_indicators + 1 : 0;
  before.last = passed;
  before.spaces = passed == Class::kSP;
}

}  // namespace

std::vector<LineBreak> line_breaks(std::u32string_view text) {
  std::vector<LineBreak> breaks(text.size(), LineBreak::kProhibited);
  Before before;
  for (std::size_t i = 0; i < text.size(); ++i) {
    Class current = class_of(text[i]);
    const bool attaches = current == Class::kCM || current == Class::kZWJ;
    const bool has_base = i > 0 && !before.spaces && before.last != Class::kBK && before.last != Class::kZW;
    if (attaches && has_base) {  // LB9: a mark is as its base
      if (current == Class::kZWJ) before.last = Class::kZWJ;
      continue;
    }
    if (attaches) current = Class::kAL;  // LB10
    if (i > 0) breaks[i] = break_before(before, text, i, current);
    if (breaks[i] == LineBreak::kAllowed && text[i - 1] == 0x00AD) breaks[i] = LineBreak::kHyphenated;
    if (i > 0 && text[i - 1] == '\r' && text[i] == '\n') breaks[i] = LineBreak::kProhibited;
    pass(before, text[i], current);
  }
  return breaks;
}

}  // namespace depeche::layout
