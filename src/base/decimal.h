// Doubles and their decimals, both ways exactly. The standard library does the same with tables of 110 KB
// (docs/decisions/0014-size.md); here a long integer does it, in time that grows with the square of the
// exponent: for the few numbers of a document.
#pragma once

#include <string>
#include <string_view>

namespace depeche {

// A number's digits d₁d₂d₃… and the power of ten of the first: d₁.d₂d₃… × 10^exponent.
struct Decimal {
  std::string digits;  // no zeros in front or behind, but for zero itself: "0"
  int exponent = 0;
};

// The shortest decimal that reads back as the same double; of several, the closest. `number` is finite and
// not negative.
Decimal shortest_decimal(double number);

// Ruby's way of writing a finite double: 0.5, 3.0, -1.0e+20. With an exponent from 10^16 on and below 10^-4.
std::string float_text(double number);

// Appends `number`, which is far below 10^7, with two digits after the point.
void append_hundredths(std::string& text, float number);

// The double nearest to digits, a point, an exponent: 12, .5, 1.5e-7; an even one of two equally near.
// Infinity where it is too large, 0 for what is not read. What follows the number is passed over.
double read_decimal(std::string_view text);

}  // namespace depeche
