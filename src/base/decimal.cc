// Writing follows R. G. Burger and R. K. Dybvig, "Printing Floating-Point Numbers Quickly and Accurately"
// (1996), section 3: the number and the halves of the gaps on its two sides are fractions of one denominator,
// and digits are made until what is left lies within a gap. Reading is one long division.
#include "base/decimal.h"

#include <algorithm>
#include <cmath>
#include <compare>
#include <cstdint>
#include <limits>
#include <vector>

#include "base/ascii.h"

namespace depeche {
namespace {

constexpr int kPrecision = std::numeric_limits<double>::digits;                    // bits of a mantissa
constexpr int kMinPower = std::numeric_limits<double>::min_exponent - kPrecision;  // of a mantissa's last bit

// A whole number from 0 on, as long as it takes.
class Natural {
 public:
  explicit Natural(std::uint64_t value) {
    for (; value != 0; value >>= 32) words_.push_back(static_cast<std::uint32_t>(value));
  }

  bool is_zero() const { return words_.empty(); }
  int bits() const {
    if (words_.empty()) return 0;
    int top = 32;
    while ((words_.back() >> (top - 1)) == 0) --top;
    return static_cast<int>(words_.size() - 1) * 32 + top;
  }

  Natural& multiply(std::uint32_t factor, std::uint32_t plus = 0) {
    std::uint64_t carry = plus;
    for (std::uint32_t& word : words_) {
      carry += std::uint64_t{word} * factor;
      word = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
    if (carry != 0) words_.push_back(static_cast<std::uint32_t>(carry));
    return *this;
  }
  Natural& multiply_by_ten_to(int power) {
    for (; power > 0; --power) multiply(10);
    return *this;
  }
  Natural& double_times(int times) {
    if (is_zero()) return *this;
    multiply(std::uint32_t{1} << times % 32);
    words_.insert(words_.begin(), static_cast<std::size_t>(times / 32), 0);
    return *this;
  }
  Natural& add(const Natural& other) {
    words_.resize(std::max(words_.size(), other.words_.size()));
    std::uint64_t carry = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      carry += std::uint64_t{words_[i]} + other.word(i);
      words_[i] = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
    if (carry != 0) words_.push_back(static_cast<std::uint32_t>(carry));
    return *this;
  }
  // `other` is not the greater.
  Natural& subtract(const Natural& other) {
    std::uint64_t borrow = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const std::uint64_t difference = std::uint64_t{words_[i]} - other.word(i) - borrow;
      words_[i] = static_cast<std::uint32_t>(difference);
      borrow = difference >> 63;
    }
    while (!words_.empty() && words_.back() == 0) words_.pop_back();
    return *this;
  }

  friend std::strong_ordering operator<=>(const Natural& a, const Natural& b) {
    if (a.words_.size() != b.words_.size()) return a.words_.size() <=> b.words_.size();
    for (std::size_t i = a.words_.size(); i-- > 0;)
      if (a.words_[i] != b.words_[i]) return a.words_[i] <=> b.words_[i];
    return std::strong_ordering::equal;
  }

 private:
  std::uint32_t word(std::size_t index) const { return index < words_.size() ? words_[index] : 0; }

  std::vector<std::uint32_t> words_;  // the lowest first, the last not 0
};

// value / whole is the number, and below / whole and above / whole are half the way to its neighbours.
struct Fractions {
  Natural value;
  Natural whole;
  Natural below;
  Natural above;
  bool reach_ends;  // what lies in the middle between two doubles reads as this one
};

Fractions fractions_of(double number) {
  int power = 0;
  auto mantissa = static_cast<std::uint64_t>(std::ldexp(std::frexp(number, &power), kPrecision));
  power -= kPrecision;
  if (power < kMinPower) {
    mantissa >>= kMinPower - power;
    power = kMinPower;
  }
  // The neighbour below a power of two is half as far.
  const bool is_nearer_below = mantissa == std::uint64_t{1} << (kPrecision - 1) && power > kMinPower;
  const int finer = is_nearer_below ? 2 : 1;
  Fractions all{Natural(mantissa), Natural(1), Natural(1), Natural(1), mantissa % 2 == 0};
  all.value.double_times(std::max(power, 0) + finer);
  all.whole.double_times(std::max(-power, 0) + finer);
  all.below.double_times(std::max(power, 0));
  all.above.double_times(std::max(power, 0) + finer - 1);
  return all;
}

bool is_above_whole(const Natural& value, const Fractions& all) {
  return all.reach_ends ? value >= all.whole : value > all.whole;
}

void multiply_by_ten(Fractions& all) {
  for (Natural* part : {&all.value, &all.below, &all.above}) part->multiply(10);
}

// Makes `value`, with what is above it, less than 1 and at least 1/10; returns the power of ten it was
// divided by.
int normalize(Fractions& all, int estimate) {
  all.whole.multiply_by_ten_to(estimate);
  for (Natural* part : {&all.value, &all.below, &all.above}) part->multiply_by_ten_to(-estimate);
  if (!is_above_whole(Natural(all.value).add(all.above), all)) return estimate;
  all.whole.multiply(10);
  return estimate + 1;
}

char take_digit(Natural& value, const Natural& whole) {
  char digit = '0';
  for (; value >= whole; ++digit) value.subtract(whole);
  return digit;
}

// The quotient, of `kPrecision` bits at most; `value` becomes the rest.
std::uint64_t divide(Natural& value, const Natural& whole) {
  std::uint64_t quotient = 0;
  for (int bit = kPrecision; bit-- > 0;) {
    const Natural part = Natural(whole).double_times(bit);
    if (value < part) continue;
    value.subtract(part);
    quotient |= std::uint64_t{1} << bit;
  }
  return quotient;
}

// Digits without their point, and the power of ten of the last.
struct Written {
  std::string digits;
  int power = 0;
};

Written parse(std::string_view text) {
  constexpr std::size_t kMaxDigits = 800;  // more than decide between two doubles
  constexpr int kMaxPower = 100'000;       // beyond which nothing is finite, nor anything but zero
  Written number;
  std::size_t at = 0;
  bool is_after_point = false;
  bool is_more = false;
  for (; at < text.size() && (is_digit(text[at]) || (text[at] == '.' && !is_after_point)); ++at) {
    if (text[at] == '.') {
      is_after_point = true;
    } else if (number.digits.size() < kMaxDigits) {
      if (!number.digits.empty() || text[at] != '0') number.digits += text[at];
      if (is_after_point) --number.power;
    } else {
      is_more |= text[at] != '0';
      if (!is_after_point) ++number.power;
    }
  }
  if (is_more) number.digits.back() |= 1;  // enough for what follows: it is in no double's middle any more
  if (at + 1 < text.size() && (text[at] | 0x20) == 'e') {
    const char sign = text[++at];
    if (sign == '-' || sign == '+') ++at;
    int exponent = 0;
    for (; at < text.size() && is_digit(text[at]); ++at)
      exponent = std::min(exponent * 10 + (text[at] - '0'), kMaxPower);
    number.power += sign == '-' ? -exponent : exponent;
  }
  return number;
}

// The digits with a point after the first `whole` of them, and at least one digit behind it.
std::string with_point(std::string digits, std::size_t whole) {
  if (digits.size() <= whole) digits.resize(whole + 1, '0');
  return digits.substr(0, whole) + "." + digits.substr(whole);
}

}  // namespace

Decimal shortest_decimal(double number) {
  if (number == 0) return {"0", 0};
  Fractions all = fractions_of(number);
  constexpr double kLog10Of2 = 0.30102999566398120;
  const int estimate =
      static_cast<int>(std::ceil(std::ilogb(number) * kLog10Of2 - 1e-10));  // or one too small
  Decimal decimal{"", normalize(all, estimate) - 1};
  for (;;) {
    multiply_by_ten(all);
    char digit = take_digit(all.value, all.whole);
    const bool is_low = all.reach_ends ? all.value <= all.below : all.value < all.below;
    const bool is_high = is_above_whole(Natural(all.value).add(all.above), all);
    const auto middle = Natural(all.value).double_times(1) <=> all.whole;
    if (is_high && (!is_low || middle > 0 || (middle == 0 && digit % 2 == 1))) ++digit;
    decimal.digits += digit;
    if (is_low || is_high) return decimal;
  }
}

std::string float_text(double number) {
  constexpr int kMinFixed = -4;
  constexpr int kMaxFixed = 15;
  const std::string sign = std::signbit(number) ? "-" : "";
  auto [digits, exponent] = shortest_decimal(std::abs(number));
  if (exponent < kMinFixed || exponent > kMaxFixed) {
    const std::string power = std::to_string(std::abs(exponent));
    return sign + with_point(digits, 1) + (exponent < 0 ? "e-" : "e+") + (power.size() < 2 ? "0" : "") +
           power;
  }
  if (exponent < 0) return sign + "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
  return sign + with_point(digits, static_cast<std::size_t>(exponent + 1));
}

void append_hundredths(std::string& text, float number) {
  const long hundredths = std::lround(double{number} * 100);
  if (hundredths < 0) text += '-';
  const std::string digits = std::to_string(std::abs(hundredths) + 100);  // so that there are three of them
  const std::string whole = std::to_string(std::abs(hundredths) / 100);
  text += whole + '.';
  text.append(digits, digits.size() - 2);
}

double read_decimal(std::string_view text) {
  const Written number = parse(text);
  const int magnitude = static_cast<int>(number.digits.size()) + number.power;  // below 10^magnitude
  if (number.digits.empty() || magnitude < -400) return 0;
  if (magnitude > 400) return std::numeric_limits<double>::infinity();

  Natural value(0);
  for (const char digit : number.digits) value.multiply(10, static_cast<std::uint32_t>(digit - '0'));
  Natural whole(1);
  value.multiply_by_ten_to(number.power);
  whole.multiply_by_ten_to(-number.power);

  // By two to the `power`, so that the quotient has the bits of a mantissa, or fewer for a subnormal number.
  int power = std::max(value.bits() - whole.bits() - kPrecision, kMinPower);
  value.double_times(std::max(-power, 0));
  whole.double_times(std::max(power, 0));
  if (value >= Natural(whole).double_times(kPrecision)) {
    whole.double_times(1);
    ++power;
  }
  std::uint64_t mantissa = divide(value, whole);
  const auto rest = value.double_times(1) <=> whole;
  if (rest > 0 || (rest == 0 && mantissa % 2 == 1)) ++mantissa;
  return std::ldexp(static_cast<double>(mantissa), power);
}

}  // namespace depeche
