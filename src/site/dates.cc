#include "site/dates.h"

#include <cstdlib>
#include <utility>

#include "frontmatter/scalar.h"

namespace depeche::site {
namespace {

using frontmatter::Date;
using frontmatter::DateTime;
using messages::Catalog;

std::string padded(int number, std::size_t width = 2) {
  const std::string digits = std::to_string(number);
  return std::string(width - std::min(width, digits.size()), '0').append(digits);
}

std::string iso_offset(const DateTime& moment) {
  if (moment.zone != frontmatter::Zone::kOffset) return "Z";
  const int minutes = std::abs(moment.offset_seconds) / 60;
  return std::string(moment.offset_seconds < 0 ? "-" : "+")
      .append(padded(minutes / 60))
      .append(":")
      .append(padded(minutes % 60));
}

// "2026-10-15 10:30": text to YAML, and to Jekyll a moment on the site's own clock (Ruby's Time.parse).
std::optional<DateTime> moment_without_seconds(std::string_view text) {
  constexpr std::size_t kMinute = 3;  // ":30"
  if (text.size() < kMinute || text[text.size() - kMinute] != ':') return std::nullopt;
  const auto data = frontmatter::resolve_plain_scalar(std::string(text) + ":00");
  const auto* moment = std::get_if<DateTime>(&data);
  if (moment == nullptr || moment->zone != frontmatter::Zone::kUnstated) return std::nullopt;
  return *moment;
}

}  // namespace

std::string iso_date(const Date& date) {
  return padded(date.year, 4) + "-" + padded(date.month) + "-" + padded(date.day);
}

std::string iso_moment(const DateTime& moment) {
  return iso_date(moment.date) + "T" + padded(moment.hour) + ":" + padded(moment.minute) + ":" +
         padded(moment.second) + iso_offset(moment);
}

std::string date_in_words(const Date& date, const Catalog& catalog) {
  const std::string day(date.day == 1 ? std::string(catalog.label("date/first-day"))
                                      : std::to_string(date.day));
  const std::string_view month = catalog.label("date/month-" + std::to_string(date.month));
  return catalog.text({"date/day", {day, std::string(month), std::to_string(date.year)}});
}

std::string moment_in_words(const DateTime& moment, const Catalog& catalog) {
  const std::string day = date_in_words(moment.date, catalog);
  if (moment.hour == 0 && moment.minute == 0) return day;
  return catalog.text({"date/moment", {day, std::to_string(moment.hour), padded(moment.minute)}});
}

std::optional<ShownDate> shown_date(const frontmatter::Value& value, const Catalog& catalog) {
  const frontmatter::Value::Data data =
      value.string() != nullptr ? frontmatter::resolve_plain_scalar(*value.string()) : value.data;
  if (const auto* date = std::get_if<Date>(&data))
    return ShownDate{iso_date(*date), date_in_words(*date, catalog)};
  if (const auto* moment = std::get_if<DateTime>(&data))
    return ShownDate{iso_moment(*moment), moment_in_words(*moment, catalog)};
  if (const auto* text = std::get_if<std::string>(&data)) {
    if (const auto moment = moment_without_seconds(*text)) {
      std::string iso = iso_moment(*moment);
      iso.pop_back();  // the Z: which zone the site is in is not known here
      return ShownDate{std::move(iso), moment_in_words(*moment, catalog)};
    }
  }
  return std::nullopt;
}

}  // namespace depeche::site
