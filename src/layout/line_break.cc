#include "layout/line_break.h"

#include "text/class_table.h"

namespace depeche::layout {
namespace {

// The classes of UAX #14, table 1, by their names there, as LB1 resolves them; and what single rules ask
// besides.
enum class Class : std::uint8_t {
  kBK,
  kCR,
  kLF,
  kNL,
  kSP,
  kZW,
  kWJ,
  kGL,
  kCM,
  kZWJ,
  kBA,
  kBB,
  kB2,
  kCB,
  kHY,
  kCL,
  kCP,
  kWideCP,  // of East Asian width: not in LB30
  kEX,
  kIN,
  kIS,
  kNS,
  kOP,
  kWideOP,
  kQU,
  kInitialQU,  // of general category Pi, Pf: LB15a, LB15b
  kFinalQU,
  kSY,
  kNU,
  kPR,
  kPO,
  kAL,
  kHL,
  kDottedCircle,  // an AL, and in LB28a
  kID,
  kReservedPictograph,  // an ID, and in LB30b
  kEB,
  kEM,
  kRI,
  kAK,  // Brahmic syllables
  kAP,
  kAS,
  kVF,
  kVI,
  kJL,  // Hangul
  kJV,
  kJT,
  kHangulSyllable,  // H2 or H3, by its number
  kH2,
  kH3,
  kStart,  // before the text
};

using enum Class;
constexpr ClassStart<Class> kStarts[] = {
#include "layout/line_break_classes.inc"
};
constexpr ClassTable kClasses(kStarts);

Class class_of(char32_t code_point) {
  const Class found = kClasses[code_point];
  if (found != kHangulSyllable) return found;
  return has_trailing_consonant(code_point) ? kH3 : kH2;
}

// A set of classes, as rules name them.
class Classes {
 public:
  constexpr Classes(std::initializer_list<Class> members) {
    for (const Class member : members) bits_ |= bit(member);
  }
  constexpr bool contains(Class value) const { return (bits_ & bit(value)) != 0; }

 private:
  static constexpr std::uint64_t bit(Class value) { return std::uint64_t{1} << static_cast<unsigned>(value); }
  std::uint64_t bits_ = 0;
};
static_assert(static_cast<unsigned>(kStart) < 64);

constexpr Classes kBreaks{kBK, kCR, kLF, kNL};
constexpr Classes kClosing{kCL, kCP, kWideCP};
constexpr Classes kOpening{kOP, kWideOP};
constexpr Classes kQuotes{kQU, kInitialQU, kFinalQU};
constexpr Classes kLetters{kAL, kHL, kDottedCircle};
constexpr Classes kWords{kAL, kHL, kDottedCircle, kNU};
constexpr Classes kIdeographs{kID, kReservedPictograph, kEB, kEM};
constexpr Classes kHangul{kJL, kJV, kJT, kH2, kH3};
constexpr Classes kAksaras{kAK, kDottedCircle, kAS};
constexpr Classes kAffixes{kPR, kPO};

// Goes over the text once. Units are code points with the marks that LB9 attaches to them.
class Breaker {
 public:
  explicit Breaker(std::u32string_view text) : text_(text) {}

  std::vector<LineBreak> breaks() {
    std::vector<LineBreak> result(text_.size(), LineBreak::kProhibited);
    for (std::size_t i = 0; i < text_.size(); ++i) {
      const Class found = class_of(text_[i]);
      if ((found == kCM || found == kZWJ) && takes_marks()) {
        joins_ = found == kZWJ;
        continue;  // LB9
      }
      const Class unit = found == kCM || found == kZWJ ? kAL : found;  // LB10
      result[i] = before(unit, i);
      if (result[i] == LineBreak::kAllowed && text_[i - 1] == 0x00AD) result[i] = LineBreak::kHyphenated;
      pass(unit);
      joins_ = found == kZWJ;
    }
    return result;
  }

 private:
  bool takes_marks() const {
    return last_ != kStart && last_ != kSP && last_ != kZW && !kBreaks.contains(last_);
  }

  // The class of the unit after the one at `index`; kStart at the end of the text.
  Class after(std::size_t index) const {
    while (++index < text_.size()) {
      const Class found = class_of(text_[index]);
      if (found != kCM && found != kZWJ) return found;
    }
    return kStart;
  }

  LineBreak before(Class right, std::size_t index) const {
    if (last_ == kStart) return LineBreak::kProhibited;               // LB2
    if (last_ == kCR && right == kLF) return LineBreak::kProhibited;  // LB5
    if (kBreaks.contains(last_)) return LineBreak::kMandatory;        // LB4, LB5
    return keeps(right, index) ? LineBreak::kProhibited : LineBreak::kAllowed;
  }

  // LB6 to LB18, where spaces may stand between.
  bool keeps(Class right, std::size_t index) const {
    if (kBreaks.contains(right) || right == kSP || right == kZW) return true;                   // LB6, LB7
    if (base_ == kZW) return false;                                                             // LB8
    if (joins_) return true;                                                                    // LB8a
    if (right == kWJ || last_ == kWJ) return true;                                              // LB11
    if (last_ == kGL) return true;                                                              // LB12
    if (right == kGL && last_ != kSP && last_ != kBA && last_ != kHY) return true;              // LB12a
    if (kClosing.contains(right) || right == kEX || right == kIS || right == kSY) return true;  // LB13
    if (kOpening.contains(base_)) return true;                                                  // LB14
    if (base_ == kInitialQU && quote_opens_) return true;                                       // LB15a
    if (right == kFinalQU && kAfterClosingQuote.contains(after(index))) return true;            // LB15b
    if (kClosing.contains(base_) && right == kNS) return true;                                  // LB16
    if (base_ == kB2 && right == kB2) return true;                                              // LB17
    if (last_ == kSP) return false;                                                             // LB18
    return keeps_neighbour(right, index);
  }

  // LB19 to LB31, between neighbours.
  bool keeps_neighbour(Class right, std::size_t index) const {
    const Class left = last_;
    if (kQuotes.contains(right) || kQuotes.contains(left)) return true;               // LB19
    if (right == kCB || left == kCB) return false;                                    // LB20
    if (right == kBA || right == kHY || right == kNS || left == kBB) return true;     // LB21
    if (before_last_ == kHL && (left == kHY || left == kBA)) return true;             // LB21a
    if (left == kSY && right == kHL) return true;                                     // LB21b
    if (right == kIN) return true;                                                    // LB22
    if (kLetters.contains(left) && right == kNU) return true;                         // LB23
    if (left == kNU && kLetters.contains(right)) return true;                         //
    if (left == kPR && kIdeographs.contains(right)) return true;                      // LB23a
    if (kIdeographs.contains(left) && right == kPO) return true;                      //
    if (kAffixes.contains(left) && kLetters.contains(right)) return true;             // LB24
    if (kLetters.contains(left) && kAffixes.contains(right)) return true;             //
    if (keeps_number(right, index)) return true;                                      // LB25
    if (left == kJL && Classes{kJL, kJV, kH2, kH3}.contains(right)) return true;      // LB26
    if ((left == kJV || left == kH2) && (right == kJV || right == kJT)) return true;  //
    if ((left == kJT || left == kH3) && right == kJT) return true;                    //
    if (kHangul.contains(left) && right == kPO) return true;                          // LB27
    if (left == kPR && kHangul.contains(right)) return true;                          //
    if (kLetters.contains(left) && kLetters.contains(right)) return true;             // LB28
    if (keeps_syllable(right, index)) return true;                                    // LB28a
    if (left == kIS && kLetters.contains(right)) return true;                         // LB29
    if (kWords.contains(left) && right == kOP) return true;                           // LB30
    if (left == kCP && kWords.contains(right)) return true;                           //
    if (left == kRI && right == kRI) return indicators_ % 2 == 1;                     // LB30a
    return (left == kEB || left == kReservedPictograph) && right == kEM;              // LB30b, LB31
  }

  // LB25: (PR | PO)? (OP | HY)? NU (NU | SY | IS)* (CL | CP)? (PR | PO)?
  bool keeps_number(Class right, std::size_t index) const {
    if (right == kNU) return kAffixes.contains(last_) || last_ == kHY || in_number_;
    if (kAffixes.contains(last_) && (kOpening.contains(right) || right == kHY)) return after(index) == kNU;
    return (in_number_ || closes_number_) && kAffixes.contains(right);
  }

  // LB28a.
  bool keeps_syllable(Class right, std::size_t index) const {
    if (last_ == kAP) return kAksaras.contains(right);
    if (last_ == kVI && kAksaras.contains(before_last_)) return right == kAK || right == kDottedCircle;
    if (!kAksaras.contains(last_)) return false;
    return right == kVF || right == kVI || (kAksaras.contains(right) && after(index) == kVF);
  }

  void pass(Class unit) {
    closes_number_ = in_number_ && kClosing.contains(unit);
    in_number_ = unit == kNU || (in_number_ && (unit == kSY || unit == kIS));
    indicators_ = unit == kRI ? indicators_ + 1 : 0;
    if (unit == kInitialQU) quote_opens_ = kBeforeOpeningQuote.contains(last_);
    before_last_ = last_;
    last_ = unit;
    if (unit != kSP) base_ = unit;
  }

  static constexpr Classes kBeforeOpeningQuote{kStart, kBK,        kCR,      kLF, kNL, kOP, kWideOP,
                                               kQU,    kInitialQU, kFinalQU, kGL, kSP, kZW};
  static constexpr Classes kAfterClosingQuote{kStart, kSP,        kGL,      kWJ, kCL, kCP, kWideCP, kEX, kIS,
                                              kQU,    kInitialQU, kFinalQU, kSY, kBK, kCR, kLF,     kNL, kZW};

  std::u32string_view text_;
  Class base_ = kStart;  // the last unit that is no space
  Class last_ = kStart;
  Class before_last_ = kStart;
  bool joins_ = false;          // the last code point is a zero-width joiner
  bool quote_opens_ = false;    // the last kInitialQU stands where LB15a asks it to
  bool in_number_ = false;      // within NU (NU | SY | IS)*
  bool closes_number_ = false;  // right after a CL or CP that follows one
  unsigned indicators_ = 0;     // regional indicators in a row
};

}  // namespace

std::vector<LineBreak> line_breaks(std::u32string_view text) {
  return Breaker(text).breaks();
}

}  // namespace depeche::layout
