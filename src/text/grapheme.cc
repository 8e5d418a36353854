#include "text/grapheme.h"

#include <cstdint>

#include "base/utf8.h"
#include "text/class_table.h"

namespace depeche {
namespace {

// Grapheme_Cluster_Break, with the values of Indic_Conjunct_Break and Extended_Pictographic among them: no
// code point has two that matter.
enum class Class : std::uint8_t {
  kOther,
  kCR,
  kLF,
  kControl,
  kExtend,
  kConjunctExtend,  // an Extend that does not end an Indic conjunct
  kLinker,          // an Extend that makes one: a virama
  kConsonant,       // of a script with conjuncts
  kZWJ,
  kRegionalIndicator,
  kPrepend,
  kSpacingMark,
  kPictographic,
  kL,  // Hangul jamo: leading, vowel, trailing
  kV,
  kT,
  kHangulSyllable,  // LV or LVT, by its number
  kLV,
  kLVT,
};

using enum Class;
constexpr ClassStart<Class> kStarts[] = {
#include "text/grapheme_classes.inc"
};
constexpr ClassTable kClasses(kStarts);

// Regional indicators that are paired into flags in one run; even. Later ones stand alone, so that a text of
// nothing else costs no more than others.
constexpr std::size_t kLongestFlagRun = 128;

Class class_of(char32_t code_point) {
  const Class found = kClasses[code_point];
  if (found != kHangulSyllable) return found;
  return has_trailing_consonant(code_point) ? kLVT : kLV;
}

Class class_at(std::string_view text, std::size_t offset) {
  return class_of(decode_utf8(text, offset).code_point);
}

bool is_control(Class value) {
  return value == kCR || value == kLF || value == kControl;
}

bool is_extend(Class value) {
  return value == kExtend || value == kConjunctExtend || value == kLinker;
}

// GB6 to GB8: jamo that make one syllable.
bool joins_hangul(Class before, Class after) {
  if (before == kL) return after == kL || after == kV || after == kLV || after == kLVT;
  if (before == kLV || before == kV) return after == kV || after == kT;
  return (before == kLVT || before == kT) && after == kT;
}

// GB9c: whether what stands before `offset` is a consonant with a virama, and marks at most between.
bool ends_in_linked_consonant(std::string_view text, std::size_t offset) {
  bool linked = false;
  while (offset > 0) {
    offset = previous_code_point(text, offset);
    const Class found = class_at(text, offset);
    if (found == kConsonant) return linked;
    if (found != kLinker && found != kConjunctExtend && found != kZWJ) return false;
    linked = linked || found == kLinker;
  }
  return false;
}

// GB11: whether what stands before the joiner that ends at `offset` is a pictograph with its marks.
bool joins_pictograph(std::string_view text, std::size_t offset) {
  offset = previous_code_point(text, offset);
  while (offset > 0) {
    offset = previous_code_point(text, offset);
    const Class found = class_at(text, offset);
    if (!is_extend(found)) return found == kPictographic;
  }
  return false;
}

// Regional indicators in one run right before `offset`, at most kLongestFlagRun.
std::size_t regional_indicators_before(std::string_view text, std::size_t offset) {
  std::size_t count = 0;
  while (offset > 0 && count < kLongestFlagRun) {
    offset = previous_code_point(text, offset);
    if (class_at(text, offset) != kRegionalIndicator) break;
    ++count;
  }
  return count;
}

// Whether `offset`, a boundary of code points of these classes, is one of graphemes.
bool separates(std::string_view text, std::size_t offset, Class before, Class after) {
  if (before == kOther && after == kOther) return true;
  if (before == kCR && after == kLF) return false;                                       // GB3
  if (is_control(before) || is_control(after)) return true;                              // GB4, GB5
  if (joins_hangul(before, after)) return false;                                         // GB6 to GB8
  if (is_extend(after) || after == kZWJ) return false;                                   // GB9
  if (after == kSpacingMark || before == kPrepend) return false;                         // GB9a, GB9b
  if (after == kConsonant && (is_extend(before) || before == kZWJ))                      // GB9c
    return !ends_in_linked_consonant(text, offset);                                      //
  if (before == kZWJ && after == kPictographic) return !joins_pictograph(text, offset);  // GB11
  if (before == kRegionalIndicator && after == kRegionalIndicator)                       // GB12, GB13
    return regional_indicators_before(text, offset) % 2 == 0;
  return true;
}

bool is_plain_ascii(char byte) {
  return byte >= ' ' && byte < 0x7F;
}

}  // namespace

bool is_grapheme_boundary(std::string_view text, std::size_t offset) {
  if (offset == 0 || offset >= text.size()) return true;
  if (!is_code_point_boundary(text, offset)) return false;
  return separates(text, offset, class_at(text, previous_code_point(text, offset)), class_at(text, offset));
}

std::size_t next_grapheme(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return text.size();
  if (offset + 1 < text.size() && is_plain_ascii(text[offset]) && is_plain_ascii(text[offset + 1]))
    return offset + 1;
  while (!is_code_point_boundary(text, offset)) --offset;
  Decoded here = decode_utf8(text, offset);
  Class before = class_of(here.code_point);
  while ((offset += here.size) < text.size()) {
    here = decode_utf8(text, offset);
    const Class after = class_of(here.code_point);
    if (separates(text, offset, before, after)) break;
    before = after;
  }
  return offset;
}

std::size_t previous_grapheme(std::string_view text, std::size_t offset) {
  do {
    offset = previous_code_point(text, offset);
  } while (!is_grapheme_boundary(text, offset));
  return offset;
}

}  // namespace depeche
