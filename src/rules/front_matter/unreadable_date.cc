// front-matter/unreadable-date
//
// A `date` that is no timestamp on a day that exists. Good, quoted or not: `2018-09-09`, `2018-09-09 11:18`,
// `2018-09-09 11:18:00 +02:00`, `2018-09-09T09:18:00Z`. At an empty one (`date:`, `date: ~`, `date: ""`), and
// at most others, Jekyll stops, and no page of the site is written. The rest it guesses: `9 septembre 2018`
// rightly, since the name of the month begins like an English one, `12 février 2019` as the 12th of the month
// in which the site is built; at `9 février 2018` it stops. Fix, where the meaning is plain (`9 septembre
// 2018`, `jeudi 1er mars 2019`, `25/12/2025` and `25-12-2025`, the day first, each with `10h30` or `à 10:30`
// behind it): the same as YAML writes it, a time without seconds, which Jekyll takes as the site's own; of an
// empty one that takes one line: without that line.
//
// ```diff
//   ---
// - date: ⟦9 septembre 2018⟧
// + date: 2018-09-09
//   ---
// ```
//
// ```diff
//   ---
// - ⟦date⟧:
//   title: Une gare
//   ---
// ```
#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>
#include <optional>

#include "base/ascii.h"
#include "rules/rule.h"
#include "rules/source.h"
#include "site/names/fields.h"

namespace depeche::rules {
namespace {

constexpr std::string_view kExample = "2026-09-14 10:30:00 +02:00";

using frontmatter::Date;
using frontmatter::DateTime;
using frontmatter::Null;
using frontmatter::Value;

// Reads from the front of a text, a part at a time.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool at_end() const { return rest_.empty(); }

  bool take(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  bool take_any(std::string_view characters) {
    if (rest_.empty() || characters.find(rest_[0]) == characters.npos) return false;
    rest_.remove_prefix(1);
    return true;
  }

  void skip_blanks() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t"), rest_.size())); }

  // A number of `least` to `most` digits.
  std::optional<int> number(std::size_t least, std::size_t most) {
    std::size_t count = 0;
    while (count < rest_.size() && count < most && is_digit(rest_[count])) ++count;
    if (count < least) return std::nullopt;
    int number = 0;
    std::from_chars(rest_.data(), rest_.data() + count, number);
    rest_.remove_prefix(count);
    return number;
  }

  // Takes the next word if it is one of these, in whatever case.
  bool take_word(std::initializer_list<std::string_view> words) {
    Reader after = *this;
    if (std::ranges::find(words, in_lower_case(after.word())) == words.end()) return false;
    *this = after;
    return true;
  }

  // All up to the next blank or digit.
  std::string_view word() {
    const std::string_view word = rest_.substr(0, rest_.find_first_of(" \t0123456789"));
    rest_.remove_prefix(word.size());
    return word;
  }

 private:
  std::string_view rest_;
};

int days_in_month(int year, int month) {
  constexpr std::array kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

bool exists(const Date& date) {
  return date.month >= 1 && date.month <= 12 && date.day >= 1 &&
         date.day <= days_in_month(date.year, date.month);
}

// The day that begins a text in YAML's order; whether it exists is another question.
std::optional<Date> read_day(Reader& reader) {
  const auto year = reader.number(4, 4);
  if (!year || !reader.take('-')) return std::nullopt;
  const auto month = reader.number(1, 2);
  if (!month || !reader.take('-')) return std::nullopt;
  const auto day = reader.number(1, 2);
  if (!day) return std::nullopt;
  return Date{*year, *month, *day};
}

bool read_time(Reader& reader) {
  const auto hour = reader.number(1, 2);
  if (!hour || *hour > 23 || !reader.take(':')) return false;
  const auto minute = reader.number(2, 2);
  if (!minute || *minute > 59) return false;
  if (!reader.take(':')) return true;
  const auto second = reader.number(2, 2);
  if (!second || *second > 60) return false;
  if (reader.take('.')) reader.number(0, 9);
  return true;
}

bool read_zone(Reader& reader) {
  if (reader.at_end() || reader.take('Z')) return true;
  if (!reader.take_any("+-")) return false;
  const auto hours = reader.number(1, 2);
  if (!hours || *hours > 23) return false;
  if (reader.at_end()) return true;
  reader.take(':');
  const auto minutes = reader.number(2, 2);
  return minutes && *minutes < 60;
}

bool is_readable(std::string_view text) {
  Reader reader(text);
  const std::optional<Date> day = read_day(reader);
  if (!day || !exists(*day)) return false;
  if (reader.at_end()) return true;
  if (!reader.take_any("Tt \t")) return false;
  reader.skip_blanks();
  if (!read_time(reader)) return false;
  reader.skip_blanks();
  return read_zone(reader) && reader.at_end();
}

// Months by the beginning of their names, French then English; the longer of two that share letters.
std::optional<int> month_named(std::string_view word) {
  struct Name {
    std::string_view beginning;
    int month;
  };
  constexpr Name kNames[] = {
      {"janv", 1}, {"jan", 1},  {"févr", 2}, {"fevr", 2}, {"fév", 2},  {"feb", 2},  {"mars", 3}, {"mar", 3},
      {"avr", 4},  {"apr", 4},  {"mai", 5},  {"may", 5},  {"juin", 6}, {"jun", 6},  {"juil", 7}, {"jul", 7},
      {"août", 8}, {"aout", 8}, {"aug", 8},  {"sep", 9},  {"oct", 10}, {"nov", 11}, {"déc", 12}, {"dec", 12},
  };
  const std::string lower = in_lower_case(word);
  for (const Name& name : kNames)
    if (lower.starts_with(name.beginning)) return name.month;
  return std::nullopt;
}

// "20180909".
std::optional<Date> read_digits(std::string_view text) {
  if (text.size() != 8 || !std::ranges::all_of(text, is_digit)) return std::nullopt;
  Reader reader(text);
  const auto year = reader.number(4, 4);
  const auto month = reader.number(2, 2);
  return Date{*year, *month, *reader.number(2, 2)};
}

// "jeudi 9 septembre 2018", "1er mars 2019", "09/10/2018" (the day first, as in France).
std::optional<Date> read_french_day(Reader& reader) {
  for (int words = 0; words < 2; ++words) {
    const bool is_passed =
        reader.take_word({"le", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"});
    if (is_passed) reader.skip_blanks();
  }
  const auto day = reader.number(1, 2);
  if (!day) return std::nullopt;
  std::optional<int> month;
  constexpr std::string_view kSigns = "/.-";
  if (reader.take_any(kSigns)) {
    month = reader.number(1, 2);
    if (!reader.take_any(kSigns)) return std::nullopt;
  } else {
    const std::string_view after_day = reader.word();
    if (!after_day.empty() && after_day != "er") return std::nullopt;
    reader.skip_blanks();
    month = month_named(reader.word());
    reader.skip_blanks();
  }
  const auto year = reader.number(4, 4);
  if (!month || !year) return std::nullopt;
  return Date{*year, *month, *day};
}

struct Clock {
  int hour = 0;
  int minute = 0;
};

// "10h30", "10 h", "10:30", behind "à" or a comma.
std::optional<Clock> read_french_time(Reader& reader) {
  reader.take(',');
  reader.skip_blanks();
  if (reader.take_word({"à", "a"})) reader.skip_blanks();
  Clock time;
  const auto hour = reader.number(1, 2);
  reader.skip_blanks();
  const bool has_colon = reader.take(':');
  if (!hour || *hour > 23 || (!has_colon && !reader.take_any("hH"))) return std::nullopt;
  time.hour = *hour;
  reader.skip_blanks();
  if (reader.at_end() && !has_colon) return time;
  const auto minute = reader.number(2, 2);
  if (!minute || *minute > 59 || !reader.at_end()) return std::nullopt;
  time.minute = *minute;
  return time;
}

std::string padded(int number, std::size_t width) {
  const std::string digits = std::to_string(number);
  return std::string(width - std::min(width, digits.size()), '0').append(digits);
}

std::string written(const Date& date) {
  return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2);
}

// What was meant, where that is plain, as YAML writes it. A time goes without seconds and offset: so Jekyll
// takes it as the site's own, while one with seconds and no offset counts as UTC.
std::optional<std::string> guess(std::string_view text) {
  if (const auto day = read_digits(text)) return exists(*day) ? std::optional(written(*day)) : std::nullopt;
  Reader reader(text);
  std::optional<Date> day = read_day(reader);
  if (!day) {
    reader = Reader(text);
    day = read_french_day(reader);
  }
  if (!day || !exists(*day)) return std::nullopt;
  if (reader.at_end()) return written(*day);
  const auto time = read_french_time(reader);
  if (!time) return std::nullopt;
  return written(*day) + " " + padded(time->hour, 2) + ":" + padded(time->minute, 2);
}

// The moment's own source shows whether its day exists: its value has been carried to one that does.
bool names_a_day_that_exists(std::string_view source) {
  source = without_blanks(source);
  if (!source.empty() && (source[0] == '"' || source[0] == '\'')) source.remove_prefix(1);
  Reader reader(source);
  const std::optional<Date> day = read_day(reader);
  return !day || exists(*day);
}

bool is_good(const Value& value, std::string_view source) {
  if (std::holds_alternative<Date>(value.data)) return true;
  if (std::holds_alternative<DateTime>(value.data)) return names_a_day_that_exists(source);
  return value.string() != nullptr && is_readable(without_blanks(*value.string()));
}

std::vector<Fix> fixes(const Release& release, std::string_view source) {
  const std::optional<std::string> meant = guess(without_blanks(source));
  if (!meant) return {};
  Result<std::vector<Replacement>> edits =
      frontmatter::set_field(release.text, site::name_of(site::Field::kDate), *meant);
  if (!edits) return {};
  return {{{"fix/write", {*meant}}, std::move(edits).value()}};
}

bool is_empty(const Value& date) {
  if (std::holds_alternative<Null>(date.data)) return true;
  return date.string() != nullptr && is_blank(*date.string());
}

// The whole site stops at it, where the file's name would have served if there were no such line.
void report_empty(const Release& release, const Value& date, Report& found) {
  std::vector<Fix> fixes;
  const Span line = release.text.line_with_ending(release.text.line_at(date.key_span.begin));
  if (line.begin == date.key_span.begin && line.contains(date.span.end))
    fixes.push_back({{"fix/remove-line", {}}, {{line, ""}}});
  found.add(date.key_span, {std::string(kExample)}, std::move(fixes)).message.key = "front-matter/empty-date";
}

void check(const Input& input, Report& found) {
  const Release& release = input.release;
  const Value* date = release.front_matter.find(site::name_of(site::Field::kDate));
  if (date == nullptr) return;
  if (is_empty(*date)) return report_empty(release, *date, found);
  const std::string_view source = input.source(date->span);
  if (is_good(*date, source)) return;
  const std::string shown = date->string() != nullptr ? *date->string() : std::string(without_blanks(source));
  found.add(date->span, {shown, std::string(kExample)}, fixes(release, shown));
}

}  // namespace

extern const Rule front_matter_unreadable_date = {
    .id = "front-matter/unreadable-date",
    .order = 150,
    .severity = Severity::kError,
    .check_fields = check,
};

}  // namespace depeche::rules
