// Exact conversion between doubles and decimals. The standard library needs tables of 110 KB for it
// (docs/decisions/0014-size.md). This needs only a long integer, and time that grows with the square of the
// exponent, which is fine for the few numbers of a document.
#pragma once

#include <string>
#include <string_view>

namespace depeche {

// The digits d₁d₂d₃… of a number and the power of ten of the first: d₁.d₂d₃… × 10^exponent.
struct Decimal {
  std::string digits;  // without leading or trailing zeros, but "0" for zero
  int exponent = 0;
};

// The shortest decimal that reads back as the same double; of several, the closest to it. `number` must be
// finite and not negative.
Decimal shortest_decimal(double number);

// A finite double as Ruby writes it: 0.5, 3.0, -1.0e+20. It has an exponent from 10^16 on and below 10^-4.
std::string float_text(double number);

// Appends `number`, rounded to two digits after the point. It must be far below 10^7.
void append_hundredths(std::string& text, float number);

// The double nearest to the unsigned decimal that `text` begins with: 12, .5, 1.5e-7. Of two equally near ones,
// the one with an even mantissa. Infinity if the number is too large, 0 if there is none. What follows the
// number is ignored.
double read_decimal(std::string_view text);

}  // namespace depeche
