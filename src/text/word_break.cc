#include "text/word_break.h"

#include <cstdint>

#include "base/utf8.h"
#include "text/class_table.h"

namespace depeche {
namespace {

// Word_Break by its names there, with the values of Extended_Pictographic among them. A place beyond the
// text's ends has the class kNone.
enum class Class : std::uint8_t {
  kOther,
  kNone,
  kCR,
  kLF,
  kNewline,
  kExtend,
  kZWJ,
  kFormat,
  kRegionalIndicator,
  kKatakana,
  kHebrewLetter,
  kALetter,
  kSingleQuote,
  kDoubleQuote,
  kMidNumLet,
  kMidLetter,
  kMidNum,
  kNumeric,
  kExtendNumLet,
  kWSegSpace,
  kPictographic,
  kPictographicALetter,
};

using enum Class;
constexpr ClassStart<Class> kStarts[] = {
#include "text/word_classes.inc"
};
constexpr ClassTable kClasses(kStarts);

// As for graphemes: regional indicators that are paired into flags in one run; even.
constexpr std::size_t kLongestFlagRun = 128;

Class class_at(std::string_view text, std::size_t offset) {
  return kClasses[decode_utf8(text, offset).code_point];
}

bool is_line_end(Class value) {
  return value == kCR || value == kLF || value == kNewline;
}

// WB4: what belongs to the character before it.
bool is_attached(Class value) {
  return value == kExtend || value == kFormat || value == kZWJ;
}

bool is_pictographic(Class value) {
  return value == kPictographic || value == kPictographicALetter;
}

bool is_letter(Class value) {  // AHLetter
  return value == kALetter || value == kPictographicALetter || value == kHebrewLetter;
}

bool is_inside_letters(Class value) {  // MidLetter | MidNumLetQ
  return value == kMidLetter || value == kMidNumLet || value == kSingleQuote;
}

bool is_inside_numbers(Class value) {  // MidNum | MidNumLetQ
  return value == kMidNum || value == kMidNumLet || value == kSingleQuote;
}

bool is_joined_by_low_line(Class value) {
  return is_letter(value) || value == kNumeric || value == kKatakana || value == kExtendNumLet;
}

// A character with what is attached to it.
struct Unit {
  Class value = kNone;
  std::size_t begin = 0;
};

// The one that ends at `offset`. Attached characters that have nothing to attach to count as their last one.
Unit unit_before(std::string_view text, std::size_t offset) {
  if (offset == 0) return {};
  Unit last{kNone, previous_code_point(text, offset)};
  last.value = class_at(text, last.begin);
  Unit unit = last;
  while (is_attached(unit.value) && unit.begin > 0) {
    unit.begin = previous_code_point(text, unit.begin);
    unit.value = class_at(text, unit.begin);
  }
  return is_line_end(unit.value) && last.begin != unit.begin ? last : unit;
}

// The class of what follows the character at `offset` and all that is attached to it.
Class class_after(std::string_view text, std::size_t offset) {
  for (offset = next_code_point(text, offset); offset < text.size(); offset = next_code_point(text, offset)) {
    const Class found = class_at(text, offset);
    if (!is_attached(found)) return found;
  }
  return kNone;
}

std::size_t regional_indicators_before(std::string_view text, std::size_t offset) {
  std::size_t count = 0;
  while (count < kLongestFlagRun) {
    const Unit unit = unit_before(text, offset);
    if (unit.value != kRegionalIndicator) break;
    offset = unit.begin;
    ++count;
  }
  return count;
}

// WB6, WB7, WB7b, WB7c: letters with a sign between.
bool joins_letters(std::string_view text, std::size_t offset, const Unit& before, Class after) {
  const auto is_quoted_hebrew = [](Class quote, Class left, Class right) {
    return quote == kDoubleQuote && left == kHebrewLetter && right == kHebrewLetter;
  };
  if (is_letter(before.value) && is_inside_letters(after)) return is_letter(class_after(text, offset));
  if (is_letter(after) && is_inside_letters(before.value))
    return is_letter(unit_before(text, before.begin).value);
  if (before.value == kHebrewLetter && after == kDoubleQuote)
    return is_quoted_hebrew(after, before.value, class_after(text, offset));
  if (before.value == kDoubleQuote && after == kHebrewLetter)
    return is_quoted_hebrew(before.value, unit_before(text, before.begin).value, after);
  return false;
}

// WB11, WB12: digits with a sign between.
bool joins_numbers(std::string_view text, std::size_t offset, const Unit& before, Class after) {
  if (before.value == kNumeric && is_inside_numbers(after)) return class_after(text, offset) == kNumeric;
  if (after == kNumeric && is_inside_numbers(before.value))
    return unit_before(text, before.begin).value == kNumeric;
  return false;
}

}  // namespace

bool is_word_boundary(std::string_view text, std::size_t offset) {
  if (offset == 0 || offset >= text.size()) return true;  // WB1, WB2
  if (!is_code_point_boundary(text, offset)) return false;
  const Class neighbour = class_at(text, previous_code_point(text, offset));
  const Class after = class_at(text, offset);
  if (neighbour == kCR && after == kLF) return false;                // WB3
  if (is_line_end(neighbour) || is_line_end(after)) return true;     // WB3a, WB3b
  if (neighbour == kZWJ && is_pictographic(after)) return false;     // WB3c
  if (neighbour == kWSegSpace && after == kWSegSpace) return false;  // WB3d
  if (is_attached(after)) return false;                              // WB4

  const Unit unit = unit_before(text, offset);
  const Class before = unit.value;
  if (is_letter(before) && is_letter(after)) return false;                          // WB5
  if (joins_letters(text, offset, unit, after)) return false;                       // WB6 to WB7c
  if (before == kHebrewLetter && after == kSingleQuote) return false;               // WB7a
  if (before == kNumeric && (after == kNumeric || is_letter(after))) return false;  // WB8, WB10
  if (is_letter(before) && after == kNumeric) return false;                         // WB9
  if (joins_numbers(text, offset, unit, after)) return false;                       // WB11, WB12
  if (before == kKatakana && after == kKatakana) return false;                      // WB13
  if (is_joined_by_low_line(before) && after == kExtendNumLet) return false;        // WB13a
  if (before == kExtendNumLet && is_joined_by_low_line(after)) return false;        // WB13b
  if (before == kRegionalIndicator && after == kRegionalIndicator)                  // WB15, WB16
    return regional_indicators_before(text, offset) % 2 == 0;
  return true;  // WB999
}

bool has_word_rules(std::string_view text, std::size_t offset) {
  return offset < text.size() && class_at(text, offset) != kOther;
}

}  // namespace depeche
