#include "frontmatter/scalar.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <optional>
#include <utility>

#include "base/ascii.h"
#include "base/decimal.h"

namespace depeche::frontmatter {
namespace {

bool equals_ignoring_case(std::string_view text, std::string_view lower_case) {
  if (text.size() != lower_case.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] - 'A' + 'a') : text[i];
    if (c != lower_case[i]) return false;
  }
  return true;
}

// Reads a scalar from its start, as a regular expression would.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool at_end() const { return rest_.empty(); }
  bool take(char c) {
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  // '+', '-' or, for none, 0.
  char take_sign() { return take('-') ? '-' : take('+') ? '+' : '\0'; }

  // The longest run of characters in `set`; may be empty.
  std::string_view take_run(std::string_view set) {
    std::size_t size = rest_.find_first_not_of(set);
    if (size == std::string_view::npos) size = rest_.size();
    std::string_view run = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return run;
  }

  // A number of at least `fewest` and at most `most` digits.
  std::optional<int> take_number(std::size_t fewest, std::size_t most) {
    std::size_t size = 0;
    int number = 0;
    while (size < most && size < rest_.size() && is_digit(rest_[size]))
      number = number * 10 + (rest_[size++] - '0');
    if (size < fewest) return std::nullopt;
    rest_.remove_prefix(size);
    return number;
  }

 private:
  std::string_view rest_;
};

// ---- dates and times

bool is_leap_year(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int days_in_month(int year, int month) {
  static constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap_year(year) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

Date next_day(Date date) {
  if (++date.day <= days_in_month(date.year, date.month)) return date;
  date.day = 1;
  if (++date.month <= 12) return date;
  date.month = 1;
  ++date.year;
  return date;
}

std::optional<Date> read_date(Reader& reader) {
  int sign = reader.take('-') ? -1 : 1;
  auto year = reader.take_number(4, 4);
  if (!year || !reader.take('-')) return std::nullopt;
  auto month = reader.take_number(1, 2);
  if (!month || !reader.take('-')) return std::nullopt;
  auto day = reader.take_number(1, 2);
  if (!day) return std::nullopt;
  return Date{sign * *year, *month, *day};
}

// A date alone: YYYY-M-D, of the calendar.
std::optional<Date> resolve_date(std::string_view text) {
  if (text.starts_with('-')) return std::nullopt;
  Reader reader(text);
  auto date = read_date(reader);
  if (!date || !reader.at_end() || date->month < 1 || date->month > 12) return std::nullopt;
  if (date->day < 1 || date->day > days_in_month(date->year, date->month)) return std::nullopt;
  return date;
}

// `Z`, `+2`, `+02`, `+0200`, `+02:00` or nothing, after spaces. False when the text is none of them.
bool read_zone(Reader& reader, DateTime& time) {
  reader.take_run(" \t");
  if (reader.at_end()) return true;
  if (reader.take('Z')) {
    time.zone = Zone::kUtc;
    return reader.at_end();
  }
  char sign = reader.take_sign();
  auto hours = reader.take_number(1, 2);
  if (!sign || !hours) return false;
  bool colon = reader.take(':');
  std::optional<int> minutes = reader.take_number(colon ? 2 : 1, 2);  // "+200" is twenty hours to Psych
  if (!reader.at_end()) return false;
  // As Psych adds it up: a "-00:30" comes out as half an hour east.
  int offset = *hours * 3600 * (sign == '-' ? -1 : 1);
  offset += minutes.value_or(0) * (offset < 0 ? -60 : 60);
  if (offset <= -86400 || offset >= 86400) return false;
  time.zone = Zone::kOffset;
  time.offset_seconds = offset;
  return true;
}

void read_fraction(Reader& reader, DateTime& time) {
  if (!reader.take('.')) return;
  std::string_view digits = reader.take_run("0123456789");
  std::uint32_t unit = 100'000'000;
  for (char digit : digits.substr(0, 9)) {
    time.nanosecond += static_cast<std::uint32_t>(digit - '0') * unit;
    unit /= 10;
  }
}

// What Ruby's Time.new takes, with what runs over carried: second 60, hour 24, the 31st of a shorter month.
bool normalise(DateTime& time) {
  Date& date = time.date;
  if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31) return false;
  if (time.minute > 59 || time.second > 60) return false;
  if (time.hour > 24 || (time.hour == 24 && (time.minute > 0 || time.second > 0))) return false;
  int days = days_in_month(date.year, date.month);
  if (date.day > days) {
    date.day -= days;
    ++date.month;  // never from December, which has 31 days
  }
  if (time.second == 60) {
    time.second = 0;
    ++time.minute;
  }
  if (time.minute == 60) {
    time.minute = 0;
    ++time.hour;
  }
  if (time.hour == 24) {
    time.hour = 0;
    date = next_day(date);
  }
  return true;
}

std::optional<DateTime> resolve_time(std::string_view text) {
  Reader reader(text);
  auto date = read_date(reader);
  if (!date) return std::nullopt;
  if (!reader.take('T') && !reader.take('t') && reader.take_run(" \t").empty()) return std::nullopt;
  auto hour = reader.take_number(1, 2);
  if (!hour || !reader.take(':')) return std::nullopt;
  auto minute = reader.take_number(2, 2);
  if (!minute || !reader.take(':')) return std::nullopt;
  auto second = reader.take_number(2, 2);
  if (!second) return std::nullopt;
  DateTime time{*date, *hour, *minute, *second, 0, 0, Zone::kUnstated};
  read_fraction(reader, time);
  if (!read_zone(reader, time) || !normalise(time)) return std::nullopt;
  return time;
}

// ---- numbers

using Number = std::variant<std::int64_t, double>;

std::string without(std::string_view text, std::string_view dropped) {
  std::string result;
  for (char c : text) {
    if (dropped.find(c) == std::string_view::npos) result.push_back(c);
  }
  return result;
}

// Digits in a base; a double when they need more than 64 bits.
Number to_integer(const std::string& digits, int base, bool negative) {
  const std::string text = (negative ? "-" : "") + digits;
  std::int64_t integer = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), integer, base);
  if (error == std::errc{}) return integer;
  double value = 0;
  if (base == 10) {
    value = read_decimal(digits);
  } else {
    for (char c : digits) value = value * base + (is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
  }
  return negative ? -value : value;
}

std::optional<Number> resolve_integer(std::string_view text) {
  Reader reader(text);
  bool negative = reader.take_sign() == '-';
  if (reader.take('0')) {
    if (reader.at_end()) return std::int64_t{0};
    int base = reader.take('b') ? 2 : reader.take('x') ? 16 : 8;
    std::string_view set = base == 2 ? "01_," : base == 16 ? "0123456789abcdefABCDEF_," : "01234567_,";
    std::string digits = without(reader.take_run(set), "_,");
    if (!reader.at_end()) return std::nullopt;
    if (digits.empty()) return base == 8 ? std::optional<Number>(std::int64_t{0}) : std::nullopt;
    return to_integer(digits, base, negative);
  }
  std::string_view run = reader.take_run("0123456789_,");
  if (run.empty() || !reader.at_end() || !is_digit(run.front()) || !is_digit(run.back())) return std::nullopt;
  if (run.find("__") != std::string_view::npos || run.find(",,") != std::string_view::npos ||
      run.find("_,") != std::string_view::npos || run.find(",_") != std::string_view::npos) {
    return std::nullopt;
  }
  return to_integer(without(run, "_,"), 10, negative);
}

// [-+] digits . digits, with an exponent only where its sign is written.
std::optional<double> resolve_float(std::string_view text) {
  Reader reader(text);
  bool negative = reader.take_sign() == '-';
  std::string_view whole = reader.take_run("0123456789_,");
  if (!whole.empty() && !is_digit(whole.front())) return std::nullopt;
  if (!reader.take('.')) return std::nullopt;
  std::string_view fraction = reader.take_run("0123456789");
  std::string number = without(whole, "_,") + "." + std::string(fraction);
  if (number == ".") return std::nullopt;
  if (reader.take('e') || reader.take('E')) {
    char sign = reader.take_sign();
    std::string_view exponent = reader.take_run("0123456789");
    if (!sign || exponent.empty()) return std::nullopt;
    number += 'e';
    if (sign == '-') number += '-';
    number += exponent;
  }
  if (!reader.at_end()) return std::nullopt;
  double value = read_decimal(number);
  return negative ? -value : value;
}

// Base 60 as Psych counts it: hours, minutes and seconds whether or not the seconds are there.
std::optional<Number> resolve_sexagesimal(std::string_view text) {
  Reader reader(text);
  bool negative = reader.take_sign() == '-';
  std::string_view first = reader.take_run("0123456789_");
  if (first.empty() || !is_digit(first.front())) return std::nullopt;
  double total = read_decimal(without(first, "_")) * 3600 * (negative ? -1 : 1);
  int parts = 0;
  for (; parts < 2 && reader.take(':'); ++parts) {
    auto number = reader.take_number(1, 2);
    if (!number || *number > 59) return std::nullopt;
    total += *number * (parts == 0 ? 60 : 1);
  }
  if (parts == 0) return std::nullopt;
  if (reader.at_end()) {
    bool fits = std::abs(total) < 9e15;  // where doubles still count in ones
    return fits ? Number(static_cast<std::int64_t>(total)) : Number(total);
  }
  if (!reader.take('.')) return std::nullopt;
  std::string fraction = without(reader.take_run("0123456789_"), "_");
  if (!reader.at_end()) return std::nullopt;
  return total + read_decimal("0." + fraction) * (parts == 1 ? 60 : 1);
}

Value::Data to_data(const Number& number) {
  if (const auto* integer = std::get_if<std::int64_t>(&number)) return *integer;
  return std::get<double>(number);
}

std::string_view symbol_name(std::string_view text) {
  std::string_view name = text.substr(1);
  if (name.size() >= 2 && (name.front() == '"' || name.front() == '\'')) {
    std::size_t close = name.rfind(name.front());
    if (close > 0) return name.substr(1, close - 1);
  }
  return name;
}

std::string pad(int number, int width) {
  const std::string digits = std::to_string(number);
  const auto missing = width - static_cast<int>(digits.size());
  return std::string(static_cast<std::size_t>(std::max(missing, 0)), '0') + digits;
}

std::string date_text(const Date& date) {
  return pad(date.year, 4) + "-" + pad(date.month, 2) + "-" + pad(date.day, 2);
}

std::string time_text(const DateTime& time) {
  std::string result =
      date_text(time.date) + " " + pad(time.hour, 2) + ":" + pad(time.minute, 2) + ":" + pad(time.second, 2);
  if (time.zone == Zone::kUtc) return result + " UTC";
  int minutes = std::abs(time.offset_seconds) / 60;
  return result + (time.offset_seconds < 0 ? " -" : " +") + pad(minutes / 60, 2) + pad(minutes % 60, 2);
}

std::string number_text(double number) {
  if (std::isnan(number)) return "NaN";
  if (std::isinf(number)) return number < 0 ? "-Infinity" : "Infinity";
  return float_text(number);
}

}  // namespace

Value::Data resolve_plain_scalar(std::string_view text) {
  if (text.empty() || text == "~" || equals_ignoring_case(text, "null")) return Null{};
  for (std::string_view word : {"yes", "true", "on"}) {
    if (equals_ignoring_case(text, word)) return true;
  }
  for (std::string_view word : {"no", "false", "off"}) {
    if (equals_ignoring_case(text, word)) return false;
  }
  // All else that is not text begins with one of these, and holds no line break.
  if (std::string_view("0123456789+-.:").find(text.front()) == std::string_view::npos ||
      text.find('\n') != std::string_view::npos) {
    return std::string(text);
  }
  if (auto time = resolve_time(text)) return *time;
  if (auto date = resolve_date(text)) return *date;
  if (equals_ignoring_case(text, ".inf") || equals_ignoring_case(text, "+.inf")) {
    return std::numeric_limits<double>::infinity();
  }
  if (equals_ignoring_case(text, "-.inf")) return -std::numeric_limits<double>::infinity();
  if (equals_ignoring_case(text, ".nan")) return std::numeric_limits<double>::quiet_NaN();
  if (text.front() == ':' && text.size() > 1) return std::string(symbol_name(text));
  if (auto number = resolve_sexagesimal(text)) return to_data(*number);
  if (auto number = resolve_float(text)) return *number;
  if (auto number = resolve_integer(text)) return to_data(*number);
  return std::string(text);
}

bool is_plain_text(std::string_view text) {
  Value::Data data = resolve_plain_scalar(text);
  const std::string* string = std::get_if<std::string>(&data);
  return string && *string == text;
}

std::string key_text(const Value::Data& data) {
  if (const auto* text = std::get_if<std::string>(&data)) return *text;
  if (const auto* truth = std::get_if<bool>(&data)) return *truth ? "true" : "false";
  if (const auto* integer = std::get_if<std::int64_t>(&data)) return std::to_string(*integer);
  if (const auto* number = std::get_if<double>(&data)) return number_text(*number);
  if (const auto* date = std::get_if<Date>(&data)) return date_text(*date);
  if (const auto* time = std::get_if<DateTime>(&data)) return time_text(*time);
  return {};
}

}  // namespace depeche::frontmatter
