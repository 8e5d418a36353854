#include "base/decimal.h"

#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <string_view>
#include <utility>

#include "doctest/doctest.h"

namespace depeche {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

TEST_CASE("floats are written as Ruby writes them") {
  const std::pair<double, std::string_view> rows[] = {
      {0.0, "0.0"},         {-0.0, "-0.0"},
      {3.0, "3.0"},         {-0.5, "-0.5"},
      {120.25, "120.25"},   {1e15, "1000000000000000.0"},
      {1e16, "1.0e+16"},    {12345678901234567.0, "1.2345678901234568e+16"},
      {0.0001, "0.0001"},   {0.00001, "1.0e-05"},
      {1.5e-7, "1.5e-07"},  {-2.5e300, "-2.5e+300"},
      {5e-324, "5.0e-324"}, {1.7976931348623157e308, "1.7976931348623157e+308"},
  };
  for (const auto& [number, text] : rows) CHECK(float_text(number) == text);
}

TEST_CASE("hundredths are rounded") {
  const std::pair<float, std::string_view> rows[] = {
      {0.0F, "0.00"},     {0.004F, "0.00"},    {-0.004F, "0.00"}, {0.05F, "0.05"},        {-1.5F, "-1.50"},
      {12.345F, "12.35"}, {99.996F, "100.00"}, {-0.25F, "-0.25"}, {16777.2F, "16777.20"},
  };
  for (const auto& [number, expected] : rows) {
    std::string text;
    append_hundredths(text, number);
    CHECK(text == expected);
  }
}

TEST_CASE("decimals are read to the nearest double") {
  const std::pair<std::string, double> rows[] = {
      {"0", 0.0},
      {"", 0.0},
      {"x", 0.0},
      {"12", 12.0},
      {".5", 0.5},
      {"5.", 5.0},
      {"1.2.3", 1.2},
      {"1.5e-7", 1.5e-7},
      {"1.5E+7", 1.5e7},
      {"1e", 1.0},
      {"1 euro", 1.0},
      {"000001e-5", 1e-5},
      {"9007199254740993", 9007199254740992.0},  // in the middle: to the even one
      {"9007199254740993.000001", 9007199254740994.0},
      {"9007199254740995", 9007199254740996.0},
      {"9007199254740993." + std::string(2000, '0') + "1", 9007199254740994.0},
      {"1.7976931348623157e308", 1.7976931348623157e308},
      {"1.7976931348623159e308", kInfinity},
      {"1e999999999999", kInfinity},
      {"0e999999999999", 0.0},
      {"2.4703282292062327e-324", 0.0},
      {"2.4703282292062328e-324", 5e-324},
      {"1e-999999999999", 0.0},
  };
  for (const auto& [text, number] : rows) {
    CAPTURE(text);
    CHECK(read_decimal(text) == number);
  }
}

// The digits and the exponent as std::to_chars makes them.
Decimal expected(double number) {
  char buffer[64];
  const char* const end =
      std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::scientific).ptr;
  const std::string_view text(buffer, static_cast<std::size_t>(end - buffer));
  Decimal decimal;
  const std::size_t mark = text.find('e');
  for (const char c : text.substr(0, mark))
    if (c != '.') decimal.digits += c;
  decimal.exponent = std::stoi(std::string(text.substr(mark + 1)));
  return decimal;
}

TEST_CASE("any double is written with the fewest digits, and read back") {
  std::mt19937_64 random(20261127);  // NOLINT: the same numbers every time
  const auto check = [](double number) {
    if (!std::isfinite(number)) return;
    const Decimal decimal = shortest_decimal(number);
    CHECK(decimal.digits == expected(number).digits);
    CHECK(decimal.exponent == expected(number).exponent);
    CHECK(read_decimal(float_text(number)) == number);
  };
  constexpr std::uint64_t kSign = std::uint64_t{1} << 63;
  constexpr std::uint64_t kSubnormal = (std::uint64_t{1} << 52) - 1;
  for (int i = 0; i < 500; ++i) {
    check(std::bit_cast<double>(random() & ~kSign));
    check(std::bit_cast<double>(random() & kSubnormal));
    check(static_cast<double>(random() % 1'000'000) / 1000);
    check(std::ldexp(1.0, static_cast<int>(random() % 2098) - 1074));
    check(std::ldexp(static_cast<double>(random() % 100), static_cast<int>(random() % 60) - 50));
  }
}

}  // namespace
}  // namespace depeche
